package org.poterne.assistance;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.poterne.session.Sensitive;
import org.poterne.session.SignedInPerson;
import org.poterne.tenant.Tenant;
import org.poterne.throttle.ClientAddress;
import org.poterne.throttle.Spending.Exhausted;
import org.poterne.throttle.Spending.Granted;
import org.poterne.throttle.TooMany;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The holder of a large account wants another sign-in address: asked of the help desk, and read there by two agents. */
@Controller
class OwnAddressPages {

    private final Requests requests;
    private final RequestIntake intake;
    private final LargeAccounts large;
    private final AskerView view;
    private final OwnAccountGate gate;

    OwnAddressPages(Requests requests, RequestIntake intake, LargeAccounts large, AskerView view, OwnAccountGate gate) {
        this.requests = requests;
        this.intake = intake;
        this.large = large;
        this.view = view;
        this.gate = gate;
    }

    /** Their request while it is open, with its codes; else the form. */
    @GetMapping("/{tenant}/assistance/email")
    ModelAndView own(Tenant tenant, SignedInPerson person) {
        if (!large.isLarge(tenant.id(), person.account())) {
            return elsewhere(tenant);
        }
        return requests.ownAddressRequest(tenant.id(), person.account())
                .map(request -> new ModelAndView("assistance/own-asked", view.of(tenant.id(), request)))
                .orElseGet(() -> form(TypedRequest.NOTHING, Map.of()));
    }

    @Sensitive
    @PostMapping("/{tenant}/assistance/email")
    ModelAndView ask(
            Tenant tenant,
            SignedInPerson person,
            Locale language,
            @RequestParam Map<String, String> sent,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!large.isLarge(tenant.id(), person.account())) {
            return elsewhere(tenant);
        }
        var typed = AssistanceForm.sent(sent);
        var errors = new LinkedHashMap<>(AssistanceForm.ownErrors(typed, tenant.words(language)));
        if (gate.isOwnAddress(tenant, person, typed.email())) {
            errors.put("email", tenant.words(language).say("assistance.refused.email-same"));
        }
        if (!errors.isEmpty()) {
            var page = form(typed, errors);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        return switch (gate.spend(tenant, person)) {
            case Exhausted(var pause) -> TooMany.page(pause, response);
            case Granted() -> {
                intake.address(tenant.id(), person.account(), typed, ClientAddress.of(request.getRemoteAddr()));
                yield new ModelAndView("redirect:" + tenant.path("/assistance/email?notice=assistance.address-asked"));
            }
        };
    }

    private static ModelAndView form(TypedRequest typed, Map<String, String> errors) {
        return new ModelAndView("assistance/own-address", Map.of("typed", typed, "errors", errors));
    }

    /** Everybody else has the page that says how. */
    private static ModelAndView elsewhere(Tenant tenant) {
        return new ModelAndView("redirect:" + tenant.path("/account/email"));
    }
}
