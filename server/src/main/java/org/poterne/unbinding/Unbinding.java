package org.poterne.unbinding;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.poterne.account.AccountId;
import org.poterne.account.EmailAddress;

/**
 * The removal of all second factors of one account, by the help desk.
 *
 * @param email the account's when it was proposed
 * @param dueAt once approved: it is not made before
 * @param expiresAt it is not made after
 */
public record Unbinding(
        UUID id,
        AccountId account,
        UUID request,
        EmailAddress email,
        State state,
        AccountId proposedBy,
        Instant proposedAt,
        Optional<AccountId> decidedBy,
        Optional<Instant> dueAt,
        Instant expiresAt) {

    /** How far it is; all but the first two are for good. */
    public enum State {
        PROPOSED,
        APPROVED,
        MADE,
        REFUSED,
        CANCELLED,
        /** Somebody came in with one of the factors: they are not lost. */
        RETURNED,
        /** Nobody looked at it in time, or what it rested on is no more. */
        DEAD;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
