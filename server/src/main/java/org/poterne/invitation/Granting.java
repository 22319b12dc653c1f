package org.poterne.invitation;

import java.util.Optional;
import java.util.function.Supplier;
import org.poterne.account.AccountId;
import org.poterne.membership.Establishments;
import org.poterne.membership.Memberships;
import org.poterne.tenant.TenantId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What an accepted invitation gives, while whoever sent it still holds it. */
@Component
class Granting {

    private final Establishments establishments;
    private final Memberships memberships;
    private final ApplicationEventPublisher events;

    Granting(Establishments establishments, Memberships memberships, ApplicationEventPublisher events) {
        this.establishments = establishments;
        this.memberships = memberships;
        this.events = events;
    }

    /**
     * Spends an invitation that was looked at, unless whoever sent it may not grant it any more. Until the transaction ends,
     * nobody's rights there change: the establishment first, then the invitation, as everybody who decides there does.
     */
    Optional<Invitation> spend(TenantId tenant, Invitation looked, Supplier<Optional<Invitation>> spending) {
        looked.establishment().ifPresent(establishment -> establishments.oneAtATime(tenant, establishment));
        return Optional.of(looked)
                .filter(invitation -> isStillGranted(tenant, invitation))
                .flatMap(_ -> spending.get());
    }

    /** The operator's stand by themselves. */
    private boolean isStillGranted(TenantId tenant, Invitation invitation) {
        return invitation.invitedBy().isEmpty()
                || invitation
                        .establishment()
                        .flatMap(establishment -> memberships.administrator(
                                tenant, establishment, invitation.invitedBy().orElseThrow()))
                        .filter(administrator -> administrator.mayGrant(invitation.rights()))
                        .isPresent();
    }

    void give(TenantId tenant, Invitation invitation, AccountId account) {
        invitation
                .establishment()
                .ifPresent(establishment -> memberships.grant(tenant, establishment, account, invitation.rights()));
        events.publishEvent(new InvitationAccepted(tenant, invitation.id().value(), account));
    }
}
