package org.poterne.registration;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.poterne.courier.Sender;
import org.poterne.password.PasswordPolicy;
import org.poterne.registration.RegistrationGate.Action;
import org.poterne.registration.SignUpOutcome.Refused;
import org.poterne.tenant.Tenant;
import org.poterne.tenant.Tenants;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** What the pages of the sign-up show. */
@Component
class SignUpView {

    private final Tenants tenants;
    private final RegistrationGate gate;
    private final Sender sender;

    SignUpView(Tenants tenants, RegistrationGate gate, Sender sender) {
        this.tenants = tenants;
        this.gate = gate;
        this.sender = sender;
    }

    ModelAndView empty(Tenant tenant) {
        return page(tenant, SignUpForm.EMPTY, Map.of());
    }

    /** Every refusal beside its field, and all that was typed but the password. */
    ModelAndView again(Tenant tenant, Locale language, SignUpForm form, Refused refused) {
        var words = tenant.words(language);
        var errors = new LinkedHashMap<String, String>();
        refused.fields().forEach(refusal -> errors.put(refusal.field(), refusal.say(words)));
        if (!refused.broken().isEmpty()) {
            errors.put(
                    "password",
                    refused.broken().stream()
                            .map(rule -> words.say("password.refused." + rule.reason(), rule.values()))
                            .collect(Collectors.joining(" ")));
        }
        var page =
                page(tenant, form, errors).addObject("taken", refused.fields().contains(FieldRefusal.EMAIL_TAKEN));
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    ModelAndView sent(Tenant tenant) {
        var policy = tenants.policy(tenant.id(), RegistrationPolicy.class);
        return new ModelAndView(
                "registration/sent",
                Map.of(
                        "sender", sender.of(tenant.id()).given(),
                        "lifeInHours", policy.confirmationLife().toHours(),
                        "lettersPerHour", policy.lettersPerHour()));
    }

    ModelAndView resent(Tenant tenant) {
        var page = sent(tenant);
        page.setViewName("registration/resent");
        return page;
    }

    private ModelAndView page(Tenant tenant, SignUpForm form, Map<String, String> errors) {
        var policy = tenants.policy(tenant.id(), RegistrationPolicy.class);
        return new ModelAndView(
                "registration/sign-up",
                Map.of(
                        "form", form,
                        "errors", errors,
                        "passwords", tenants.policy(tenant.id(), PasswordPolicy.class),
                        "asksUsername", policy.asksUsername(),
                        "puzzle", gate.puzzle(tenant.id(), Action.SIGN_UP),
                        "days", policy.daysUnconfirmed()));
    }
}
