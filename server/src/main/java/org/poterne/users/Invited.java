package org.poterne.users;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.poterne.invitation.Invitation;
import org.poterne.invitation.Invitations;
import org.poterne.membership.Administrator;
import org.poterne.membership.RightsForm;
import org.poterne.tenant.Tenant;
import org.poterne.users.UserRow.Reach;
import org.poterne.users.UserRow.State;
import org.poterne.words.Words;
import org.springframework.stereotype.Component;

/** Those who have not answered yet. */
@Component
class Invited {

    private final Invitations invitations;
    private final RightsForm rights;
    private final Clock clock;

    Invited(Invitations invitations, RightsForm rights, Clock clock) {
        this.invitations = invitations;
        this.rights = rights;
        this.clock = clock;
    }

    Stream<UserRow> rows(Tenant tenant, Words words, Administrator administrator) {
        return invitations.pendingAt(tenant.id(), administrator.establishment().id()).stream()
                .map(invitation ->
                        row(invitation, rights.labels(tenant.id(), words, invitation.rights()), administrator));
    }

    private UserRow row(Invitation invitation, List<String> labels, Administrator administrator) {
        return new UserRow(
                invitation.id().toString(),
                invitation.invitee().fullName(),
                invitation.invitee().email().given(),
                labels,
                invitation.isExpired(clock.instant()) ? State.EXPIRED : State.INVITED,
                administrator.mayGrant(invitation.rights()) ? Reach.INVITATION : Reach.NOTHING);
    }
}
