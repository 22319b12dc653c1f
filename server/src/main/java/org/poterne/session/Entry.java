package org.poterne.session;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.poterne.account.AccountId;

/**
 * Somebody on the way in. It opens no page of the account, and says to each step whose it is.
 *
 * @param id stays the same from step to step
 * @param since when the password that was right became the account's; empty where none was shown, or it was just replaced
 * @param shown names of the steps behind, {@code passkey} among them where one opened the door
 */
public record Entry(
        UUID id,
        AccountId account,
        Optional<Instant> since,
        Set<String> shown,
        SessionOrigin origin,
        Optional<Locale> language,
        Destination destination) {

    public Entry {
        shown = Set.copyOf(shown);
    }

    /** With the password, and nothing else yet. */
    public static Entry withPassword(
            AccountId account,
            Instant since,
            SessionOrigin origin,
            Optional<Locale> language,
            Destination destination) {
        return new Entry(UUID.randomUUID(), account, Optional.of(since), Set.of(), origin, language, destination);
    }

    /**
     * With proofs that need no password beside them.
     *
     * @param shown steps that are behind by this alone
     */
    public static Entry with(
            Set<String> shown,
            AccountId account,
            SessionOrigin origin,
            Optional<Locale> language,
            Destination destination) {
        return new Entry(UUID.randomUUID(), account, Optional.empty(), shown, origin, language, destination);
    }

    /** The password that was shown has just given way to another, which nobody has to show again. */
    Entry withPasswordReplaced() {
        return new Entry(id, account, Optional.empty(), shown, origin, language, destination);
    }
}
