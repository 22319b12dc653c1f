package org.poterne.invitation;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.poterne.invitation.Invitations.Draft;
import org.poterne.invitation.InviteForm.Typed;
import org.poterne.membership.Administrator;
import org.poterne.membership.AdministratorDoor;
import org.poterne.membership.Rights;
import org.poterne.membership.RightsForm;
import org.poterne.session.Sensitive;
import org.poterne.session.SignedInPerson;
import org.poterne.tenant.Tenant;
import org.poterne.throttle.TooMany;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** "Nouvel utilisateur": who, then with which rights, then the letter. Nothing is kept before the last button. */
@Controller
class InvitePages {

    private final AdministratorDoor door;
    private final InviteForm form;
    private final RightsForm rights;
    private final Inviting inviting;

    InvitePages(AdministratorDoor door, InviteForm form, RightsForm rights, Inviting inviting) {
        this.door = door;
        this.form = form;
        this.rights = rights;
        this.inviting = inviting;
    }

    @GetMapping("/{tenant}/invitations/{number}/new")
    ModelAndView who(Tenant tenant, SignedInPerson person, Locale language, @PathVariable String number) {
        var administrator = door.open(tenant, person, number);
        return who(tenant, language, administrator, form.sent(tenant.id(), Map.of()), Map.of());
    }

    /** The next step of a form: it changes nothing. */
    @PostMapping("/{tenant}/invitations/{number}/new")
    ModelAndView named(
            Tenant tenant,
            SignedInPerson person,
            Locale language,
            @PathVariable String number,
            @RequestParam Map<String, String> sent) {
        var administrator = door.open(tenant, person, number);
        var typed = form.sent(tenant.id(), sent);
        var errors = typed.errors(tenant.words(language));
        return errors.isEmpty()
                ? which(tenant, language, administrator, typed, Rights.NONE, "")
                : again(who(tenant, language, administrator, typed, errors));
    }

    @Sensitive
    @PostMapping("/{tenant}/invitations/{number}/send")
    ModelAndView send(
            Tenant tenant,
            SignedInPerson person,
            Locale language,
            @PathVariable String number,
            @RequestParam Map<String, String> sent,
            HttpServletResponse response) {
        var administrator = door.open(tenant, person, number);
        var words = tenant.words(language);
        var typed = form.sent(tenant.id(), sent);
        var errors = typed.errors(words);
        if (!errors.isEmpty()) {
            return again(who(tenant, language, administrator, typed, errors));
        }
        var wanted = rights.sent(tenant.id(), sent);
        if (wanted.isEmpty()) {
            return again(which(tenant, language, administrator, typed, wanted, words.say("invitation.rights.none")));
        }
        return switch (inviting.invite(tenant.id(), administrator, new Draft(typed.invitee(), wanted), language)) {
            case InviteOutcome.Done() -> AdministratorDoor.list(tenant, administrator, "?notice=invitation.sent");
            case InviteOutcome.BeyondOwnRights() -> {
                door.refused(tenant, administrator);
                yield again(
                        which(tenant, language, administrator, typed, wanted, words.say("invitation.rights.beyond")));
            }
            case InviteOutcome.AlreadyThere() ->
                refused(tenant, language, administrator, typed, "invitation.new.already-there");
            case InviteOutcome.AlreadyInvited() ->
                refused(tenant, language, administrator, typed, "invitation.new.already-invited");
            case InviteOutcome.TooOften(var pause) -> TooMany.page(pause, response);
            case InviteOutcome.Gone() -> throw AdministratorDoor.nothingHere();
        };
    }

    private ModelAndView refused(Tenant tenant, Locale language, Administrator administrator, Typed typed, String key) {
        return again(who(
                tenant,
                language,
                administrator,
                typed,
                Map.of("email", tenant.words(language).say(key))));
    }

    private ModelAndView who(
            Tenant tenant, Locale language, Administrator administrator, Typed typed, Map<String, String> errors) {
        return new ModelAndView(
                "invitation/new",
                Map.of(
                        "establishment",
                        administrator.establishment(),
                        "fields",
                        form.fields(tenant.words(language), typed, errors),
                        "failed",
                        !errors.isEmpty()));
    }

    private ModelAndView which(
            Tenant tenant, Locale language, Administrator administrator, Typed typed, Rights ticked, String error) {
        var kept = new HashMap<>(typed.names().typed());
        kept.put("email", typed.email());
        return new ModelAndView(
                "invitation/rights",
                Map.of(
                        "establishment", administrator.establishment(),
                        "kept", kept,
                        "invitee", typed.invitee(),
                        "boxes",
                                rights.boxes(
                                        tenant.id(),
                                        tenant.words(language),
                                        ticked,
                                        administrator.own().rights()),
                        "error", error));
    }

    private static ModelAndView again(ModelAndView page) {
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }
}
