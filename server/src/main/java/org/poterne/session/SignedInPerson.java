package org.poterne.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.poterne.account.AccountId;

/** Whose session a request belongs to, and which of theirs it is. */
public record SignedInPerson(
        AccountId account, String name, Optional<Locale> language, SessionHandle session, Instant provedAt) {

    /** What matters is done by whoever has just shown the password, and not by a session left open (ASVS 5.0 7.5.3). */
    private static final Duration FRESH = Duration.ofMinutes(5);

    public boolean isFresh(Instant now) {
        return provedAt.plus(FRESH).isAfter(now);
    }
}
