package org.poterne.readdress;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.poterne.account.AccountId;
import org.poterne.account.EmailAddress;

/**
 * From one sign-in address to another, by the help desk.
 *
 * @param dueAt once approved: it is not made before
 * @param expiresAt it is not made after
 * @param confirmedAt when somebody showed to read the new address
 */
public record Readdress(
        UUID id,
        AccountId account,
        UUID request,
        EmailAddress from,
        EmailAddress to,
        State state,
        AccountId proposedBy,
        Instant proposedAt,
        Optional<AccountId> decidedBy,
        Optional<Instant> dueAt,
        Instant expiresAt,
        Optional<Instant> confirmedAt) {

    /** How far it is; the last four are for good. */
    public enum State {
        PROPOSED,
        APPROVED,
        MADE,
        REFUSED,
        CANCELLED,
        /** Nobody confirmed it in time, or what it rested on is no more. */
        DEAD;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
