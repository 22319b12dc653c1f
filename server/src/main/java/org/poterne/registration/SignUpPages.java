package org.poterne.registration;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import org.poterne.challenge.Admission.Admitted;
import org.poterne.challenge.Admission.Asked;
import org.poterne.challenge.Admission.TooMany;
import org.poterne.registration.RegistrationGate.Action;
import org.poterne.registration.SignUpOutcome.Refused;
import org.poterne.registration.SignUpOutcome.Sent;
import org.poterne.tenant.Tenant;
import org.poterne.throttle.ClientAddress;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Creating an account: one page, and what follows it. */
@Controller
class SignUpPages {

    private final Registration registration;
    private final SignUpView view;
    private final RegistrationGate gate;
    private final SignUpBrowser browser;

    SignUpPages(Registration registration, SignUpView view, RegistrationGate gate, SignUpBrowser browser) {
        this.registration = registration;
        this.view = view;
        this.gate = gate;
        this.browser = browser;
    }

    @GetMapping("/{tenant}/sign-up")
    ModelAndView signUp(Tenant tenant, Locale language) {
        return view.empty(tenant, language);
    }

    @PostMapping("/{tenant}/sign-up")
    ModelAndView send(
            Tenant tenant,
            Locale language,
            @RequestParam Map<String, String> sent,
            HttpServletRequest request,
            HttpServletResponse response) {
        var form = SignUpForm.of(view.fields(tenant), sent);
        var from = ClientAddress.of(request.getRemoteAddr());
        var refusal = registration.refusal(tenant.id(), form);
        if (refusal.isPresent()) {
            var page = view.again(tenant, language, form, refusal.get());
            return gate.carried(tenant, Action.SIGN_UP, language, request, response)
                    .map(question -> view.asking(page, question))
                    .orElse(page);
        }
        return switch (gate.admit(tenant, Action.SIGN_UP, language, request, response)) {
            case Asked(var question) -> view.asking(view.again(tenant, language, form), question);
            case TooMany(var pause) -> org.poterne.throttle.TooMany.page(pause, response);
            case Admitted() -> send(tenant, language, form, from, response);
        };
    }

    private ModelAndView send(
            Tenant tenant, Locale language, SignUpForm form, ClientAddress from, HttpServletResponse response) {
        return switch (registration.signUp(tenant.id(), form, language, from)) {
            case Sent(var account) -> {
                response.addHeader(
                        HttpHeaders.SET_COOKIE,
                        browser.remember(tenant, account).toString());
                yield new ModelAndView("redirect:" + tenant.path("/sign-up/sent"));
            }
            case Refused refused -> view.again(tenant, language, form, refused);
        };
    }

    /** Says nothing of the address: the same page for everybody, and a reload sends no second letter. */
    @GetMapping("/{tenant}/sign-up/sent")
    ModelAndView sent(Tenant tenant) {
        return view.sent(tenant);
    }
}
