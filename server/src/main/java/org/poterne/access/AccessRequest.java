package org.poterne.access;

import java.time.Instant;
import java.util.Optional;
import org.poterne.account.AccountId;
import org.poterne.membership.EstablishmentId;
import org.poterne.membership.Rights;

/**
 * A wish for access to another establishment.
 *
 * @param account who would have it
 * @param askedFrom where that account has access already, and {@code askedBy} administers
 * @param number of the establishment that was asked, as it was typed
 * @param establishment whose number it is; empty: nobody's
 */
public record AccessRequest(
        AccessRequestId id,
        AccountId account,
        AccountId askedBy,
        EstablishmentId askedFrom,
        String number,
        Optional<EstablishmentId> establishment,
        Rights rights,
        State state,
        Instant expiresAt) {

    /** What has become of it. */
    public enum State {
        PENDING,
        ACCEPTED,
        REFUSED,
        WITHDRAWN
    }

    /** Nobody answered in time; to an establishment that does not exist, nobody ever does. */
    public boolean isExpired(Instant now) {
        return state == State.PENDING && !now.isBefore(expiresAt);
    }
}
