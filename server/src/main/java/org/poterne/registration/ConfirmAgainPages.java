package org.poterne.registration;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import org.poterne.account.EmailAddress;
import org.poterne.challenge.Admission.Admitted;
import org.poterne.challenge.Admission.Asked;
import org.poterne.challenge.Admission.TooMany;
import org.poterne.registration.ConfirmationRequests.Answer.AlreadyConfirmed;
import org.poterne.registration.ConfirmationRequests.Answer.Noted;
import org.poterne.registration.RegistrationGate.Action;
import org.poterne.tenant.Tenant;
import org.poterne.throttle.ClientAddress;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The letter of confirmation once more. */
@Controller
class ConfirmAgainPages {

    private final ConfirmationRequests requests;
    private final RegistrationGate gate;
    private final SignUpView view;

    ConfirmAgainPages(ConfirmationRequests requests, RegistrationGate gate, SignUpView view) {
        this.requests = requests;
        this.gate = gate;
        this.view = view;
    }

    @GetMapping("/{tenant}/confirm/resend")
    ModelAndView resend(Tenant tenant) {
        return page(tenant, "", "");
    }

    @PostMapping("/{tenant}/confirm/resend")
    ModelAndView ask(
            Tenant tenant,
            Locale language,
            @RequestParam(defaultValue = "") String email,
            HttpServletRequest request,
            HttpServletResponse response) {
        var typed = EmailAddress.parse(email);
        if (typed.isEmpty()) {
            var refusal = email.isBlank() ? FieldRefusal.EMAIL_MISSING : FieldRefusal.EMAIL_MALFORMED;
            var page = again(tenant, email, refusal.say(tenant.words(language)));
            return gate.carried(tenant, Action.RESEND, language, request, response)
                    .map(question -> view.asking(page, question))
                    .orElse(page);
        }
        var from = ClientAddress.of(request.getRemoteAddr());
        return switch (gate.admit(tenant, Action.RESEND, language, request, response)) {
            case Asked(var question) -> view.asking(page(tenant, email, ""), question);
            case TooMany(var pause) -> org.poterne.throttle.TooMany.page(pause, response);
            case Admitted() -> ask(tenant, language, typed.get(), from);
        };
    }

    private ModelAndView ask(Tenant tenant, Locale language, EmailAddress typed, ClientAddress from) {
        return switch (requests.ask(tenant.id(), typed, language, from)) {
            case Noted() -> new ModelAndView("redirect:" + tenant.path("/confirm/resent"));
            case AlreadyConfirmed() ->
                again(tenant, typed.given(), tenant.words(language).say("registration.resend.already"))
                        .addObject("already", true);
        };
    }

    /** Says nothing of the address, and a reload sends no second letter. */
    @GetMapping("/{tenant}/confirm/resent")
    ModelAndView resent(Tenant tenant) {
        return view.resent(tenant);
    }

    private ModelAndView again(Tenant tenant, String email, String error) {
        var page = page(tenant, email, error);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private ModelAndView page(Tenant tenant, String email, String error) {
        return new ModelAndView(
                "registration/resend",
                Map.of("email", email, "error", error, "challenge", gate.challenge(tenant.id(), Action.RESEND)));
    }
}
