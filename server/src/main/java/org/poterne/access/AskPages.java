package org.poterne.access;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import org.poterne.access.AskForm.Typed;
import org.poterne.account.Account;
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

/** "Utilisateur existant": which establishment, then which rights there, then the question to its administrators. */
@Controller
class AskPages {

    private final AdministratorDoor door;
    private final AskForm form;
    private final RightsForm rights;
    private final Asking asking;

    AskPages(AdministratorDoor door, AskForm form, RightsForm rights, Asking asking) {
        this.door = door;
        this.form = form;
        this.rights = rights;
        this.asking = asking;
    }

    @GetMapping("/{tenant}/access/{number}/new")
    ModelAndView which(Tenant tenant, SignedInPerson person, Locale language, @PathVariable String number) {
        return where(tenant, language, door.open(tenant, person, number), Typed.of(Map.of()), Map.of());
    }

    /** The next step of a form: it changes nothing, and looks for no establishment. */
    @PostMapping("/{tenant}/access/{number}/new")
    ModelAndView named(
            Tenant tenant,
            SignedInPerson person,
            Locale language,
            @PathVariable String number,
            @RequestParam Map<String, String> sent) {
        var administrator = door.open(tenant, person, number);
        var typed = Typed.of(sent);
        var errors = typed.errors(tenant.words(language));
        if (!errors.isEmpty()) {
            return again(where(tenant, language, administrator, typed, errors));
        }
        return form.user(tenant.id(), administrator, typed)
                .map(user -> rights(tenant, language, administrator, typed, user, Rights.NONE, ""))
                .orElseThrow(AdministratorDoor::nothingHere);
    }

    @Sensitive
    @PostMapping("/{tenant}/access/{number}/send")
    ModelAndView send(
            Tenant tenant,
            SignedInPerson person,
            Locale language,
            @PathVariable String number,
            @RequestParam Map<String, String> sent,
            HttpServletResponse response) {
        var administrator = door.open(tenant, person, number);
        var words = tenant.words(language);
        var typed = Typed.of(sent);
        var errors = typed.errors(words);
        if (!errors.isEmpty()) {
            return again(where(tenant, language, administrator, typed, errors));
        }
        var user = form.user(tenant.id(), administrator, typed).orElseThrow(AdministratorDoor::nothingHere);
        var wanted = rights.sent(tenant.id(), sent);
        if (wanted.isEmpty()) {
            return again(rights(tenant, language, administrator, typed, user, wanted, words.say("access.rights.none")));
        }
        return switch (asking.ask(tenant.id(), typed.wish(administrator, user.id(), wanted), language)) {
            case AskOutcome.Asked() -> AdministratorDoor.list(tenant, administrator, "?notice=access.sent");
            case AskOutcome.AlreadyAsked() ->
                again(where(
                        tenant,
                        language,
                        administrator,
                        typed,
                        Map.of("number", words.say("access.new.already-asked"))));
            case AskOutcome.TooOften(var pause) -> TooMany.page(pause, response);
            case AskOutcome.Gone() -> throw AdministratorDoor.nothingHere();
        };
    }

    @Sensitive
    @PostMapping("/{tenant}/access/{number}/requests/{id}/withdraw")
    ModelAndView withdraw(Tenant tenant, SignedInPerson person, @PathVariable String number, @PathVariable String id) {
        var administrator = door.open(tenant, person, number);
        var parsed = AccessRequestId.parse(id).orElseThrow(AdministratorDoor::nothingHere);
        if (!asking.withdraw(tenant.id(), administrator, parsed)) {
            throw AdministratorDoor.nothingHere();
        }
        return AdministratorDoor.list(tenant, administrator, "?notice=access.withdrawn");
    }

    private ModelAndView where(
            Tenant tenant, Locale language, Administrator administrator, Typed typed, Map<String, String> errors) {
        return new ModelAndView(
                "access/new",
                Map.of(
                        "establishment",
                        administrator.establishment(),
                        "fields",
                        form.fields(tenant.words(language), form.users(tenant.id(), administrator), typed, errors),
                        "failed",
                        !errors.isEmpty()));
    }

    /** All the tenant's rights, whichever establishment was typed: what others have tells whether they exist. */
    private ModelAndView rights(
            Tenant tenant,
            Locale language,
            Administrator administrator,
            Typed typed,
            Account user,
            Rights ticked,
            String error) {
        var all = rights.all(tenant.id());
        return new ModelAndView(
                "access/rights",
                Map.of(
                        "establishment", administrator.establishment(),
                        "user", user,
                        "number", typed.number(),
                        "email", typed.email(),
                        "boxes", rights.boxes(tenant.id(), tenant.words(language), ticked, all),
                        "error", error));
    }

    private static ModelAndView again(ModelAndView page) {
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }
}
