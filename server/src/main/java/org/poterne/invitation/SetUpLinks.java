package org.poterne.invitation;

import java.util.Optional;
import org.poterne.invitation.Invitations.Draft;
import org.poterne.membership.Establishment;
import org.poterne.membership.EstablishmentId;
import org.poterne.membership.MembershipPolicy;
import org.poterne.membership.Rights;
import org.poterne.tenant.TenantId;
import org.poterne.tenant.Tenants;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Invitations by the operator, whose link is shown once and sent to nobody: the first administrator of an establishment, the
 * first agent of a desk. There is no default account (ASVS 5.0 6.3.2).
 */
@Component
public class SetUpLinks {

    private final Invitations invitations;
    private final InvitationLetters letters;
    private final Tenants tenants;

    SetUpLinks(Invitations invitations, InvitationLetters letters, Tenants tenants) {
        this.invitations = invitations;
        this.letters = letters;
        this.tenants = tenants;
    }

    /** With all rights there are; a link of before that nobody used is worth nothing from now on. */
    @Transactional
    public SetUpLink administrator(TenantId tenant, Establishment establishment, Invitee invitee) {
        var all = tenants.policy(tenant, MembershipPolicy.class).all();
        return link(tenant, Optional.of(establishment.id()), new Draft(invitee, all));
    }

    /**
     * To an account that opens nothing by itself: whoever asks for it waits for {@link InvitationAccepted}. One of before to
     * that address is worth nothing from now on: it may have been lost, or gone to the wrong hands.
     */
    @Transactional
    public SetUpLink bare(TenantId tenant, Invitee invitee) {
        return link(tenant, Optional.empty(), new Draft(invitee, Rights.NONE));
    }

    private SetUpLink link(TenantId tenant, Optional<EstablishmentId> to, Draft draft) {
        invitations.withdrawSetUps(tenant, to, draft.invitee().email());
        var expires = letters.expiry(tenant);
        return invitations
                .add(tenant, to, Optional.empty(), draft, expires)
                .flatMap(id -> invitations
                        .mint(tenant, id)
                        .map(token ->
                                new SetUpLink(id.value(), InvitationLetter.link(tenants.get(tenant), token), expires)))
                .orElseThrow(() -> new IllegalStateException("an administrator has invited that address just now"));
    }
}
