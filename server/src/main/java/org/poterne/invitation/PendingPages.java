package org.poterne.invitation;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.poterne.membership.Administrator;
import org.poterne.membership.AdministratorDoor;
import org.poterne.session.Sensitive;
import org.poterne.session.SignedInPerson;
import org.poterne.tenant.Tenant;
import org.poterne.throttle.TooMany;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** An invitation that waits: its letter once more, or its end. */
@Controller
class PendingPages {

    private final AdministratorDoor door;
    private final Inviting inviting;

    PendingPages(AdministratorDoor door, Inviting inviting) {
        this.door = door;
        this.inviting = inviting;
    }

    @Sensitive
    @PostMapping("/{tenant}/invitations/{number}/{id}/resend")
    ModelAndView sendAgain(
            Tenant tenant,
            SignedInPerson person,
            Locale language,
            @PathVariable String number,
            @PathVariable String id,
            HttpServletResponse response) {
        var administrator = door.open(tenant, person, number);
        return done(
                tenant,
                administrator,
                inviting.sendAgain(tenant.id(), administrator, parsed(id), language),
                "?notice=invitation.sent-again",
                response);
    }

    @Sensitive
    @PostMapping("/{tenant}/invitations/{number}/{id}/withdraw")
    ModelAndView withdraw(
            Tenant tenant,
            SignedInPerson person,
            @PathVariable String number,
            @PathVariable String id,
            HttpServletResponse response) {
        var administrator = door.open(tenant, person, number);
        return done(
                tenant,
                administrator,
                inviting.withdraw(tenant.id(), administrator, parsed(id)),
                "?notice=invitation.withdrawn",
                response);
    }

    private ModelAndView done(
            Tenant tenant,
            Administrator administrator,
            InviteOutcome outcome,
            String notice,
            HttpServletResponse response) {
        return switch (outcome) {
            case InviteOutcome.Done() -> AdministratorDoor.list(tenant, administrator, notice);
            case InviteOutcome.BeyondOwnRights() -> {
                door.refused(tenant, administrator);
                throw AdministratorDoor.nothingHere(); // its buttons are not on their page
            }
            case InviteOutcome.TooOften(var pause) -> TooMany.page(pause, response);
            case InviteOutcome.Gone(), InviteOutcome.AlreadyThere(), InviteOutcome.AlreadyInvited() ->
                throw AdministratorDoor.nothingHere();
        };
    }

    private static InvitationId parsed(String id) {
        return InvitationId.parse(id).orElseThrow(AdministratorDoor::nothingHere);
    }
}
