package org.poterne.invitation;

import java.net.URI;
import java.util.Optional;
import org.poterne.courier.Letter;
import org.poterne.courier.LetterOrder;
import org.poterne.courier.LetterWriter;
import org.poterne.membership.Establishment;
import org.poterne.membership.Establishments;
import org.poterne.tenant.Tenant;
import org.poterne.tenant.Tenants;
import org.poterne.token.OneTimeToken;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The letter that invites. Its secret is made when it is sent, and no page shows it: not even to whoever invited. */
@Component
class InvitationLetter implements LetterWriter {

    static final String KIND = "invitation.invite";

    private final Invitations invitations;
    private final Establishments establishments;
    private final Tenants tenants;

    InvitationLetter(Invitations invitations, Establishments establishments, Tenants tenants) {
        this.invitations = invitations;
        this.establishments = establishments;
        this.tenants = tenants;
    }

    static URI link(Tenant tenant, OneTimeToken token) {
        return tenant.link("/invitations/open?token=" + token.reveal());
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** Withdrawn, accepted or gone since: nothing to say. */
    @Override
    @Transactional
    public Optional<Letter> write(LetterOrder order) {
        return invitations
                .find(order.tenant(), new InvitationId(order.concerns()))
                .flatMap(invitation -> invitation
                        .establishment()
                        .flatMap(id -> establishments.find(order.tenant(), id))
                        .flatMap(establishment -> letter(order, invitation, establishment)));
    }

    private Optional<Letter> letter(LetterOrder order, Invitation invitation, Establishment establishment) {
        var tenant = tenants.get(order.tenant());
        return invitations
                .mint(order.tenant(), invitation.id())
                .map(token -> InvitationWords.letter(
                        tenant, tenant.words(order.language()), invitation, establishment, link(tenant, token)));
    }
}
