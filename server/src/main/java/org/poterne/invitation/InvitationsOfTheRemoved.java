package org.poterne.invitation;

import java.util.Optional;
import org.poterne.membership.AccessEnded;
import org.poterne.membership.Memberships;
import org.poterne.membership.RightsChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What somebody had pending dies with the rights it came from, in the transaction that takes them (DA-5; ASVS 5.0 8.3.2). */
@Component
class InvitationsOfTheRemoved {

    private final Invitations invitations;
    private final Memberships memberships;

    InvitationsOfTheRemoved(Invitations invitations, Memberships memberships) {
        this.invitations = invitations;
        this.memberships = memberships;
    }

    @EventListener
    void on(AccessEnded event) {
        invitations.withdrawAllOf(event.tenant(), event.establishment(), event.account());
    }

    /** Whoever still administers keeps those that grant no more than what is left. */
    @EventListener
    void on(RightsChanged event) {
        var administrator = memberships.administrator(event.tenant(), event.establishment(), event.account());
        if (administrator.isEmpty()) {
            invitations.withdrawAllOf(event.tenant(), event.establishment(), event.account());
            return;
        }
        invitations.pendingAt(event.tenant(), event.establishment()).stream()
                .filter(invitation -> invitation.invitedBy().equals(Optional.of(event.account())))
                .filter(invitation -> !administrator.get().mayGrant(invitation.rights()))
                .forEach(invitation -> invitations.withdraw(event.tenant(), invitation.id()));
    }
}
