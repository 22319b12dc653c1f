package org.poterne.invitation;

import java.time.Instant;
import java.util.Optional;
import org.poterne.account.AccountId;
import org.poterne.membership.EstablishmentId;
import org.poterne.membership.Rights;

/**
 * An invitation that nobody has accepted or withdrawn.
 *
 * @param establishment empty: to an account alone
 * @param invitedBy empty: the operator
 */
public record Invitation(
        InvitationId id,
        Optional<EstablishmentId> establishment,
        Optional<AccountId> invitedBy,
        Invitee invitee,
        Rights rights,
        Instant expiresAt) {

    public boolean isExpired(Instant now) {
        return !now.isBefore(expiresAt);
    }
}
