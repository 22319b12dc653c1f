package org.poterne.registration;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.poterne.challenge.Question;
import org.poterne.courier.Sender;
import org.poterne.password.PasswordPolicy;
import org.poterne.password.PasswordSentences;
import org.poterne.profile.FormField;
import org.poterne.profile.ProfileField;
import org.poterne.profile.ProfilePolicy;
import org.poterne.registration.RegistrationGate.Action;
import org.poterne.registration.SignUpOutcome.Refused;
import org.poterne.tenant.Tenant;
import org.poterne.tenant.Tenants;
import org.poterne.words.Words;
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

    /** What is asked of the person beside address, username and password. */
    List<ProfileField> fields(Tenant tenant) {
        return tenants.policy(tenant.id(), ProfilePolicy.class)
                .named(policy(tenant).ask());
    }

    ModelAndView empty(Tenant tenant, Locale language) {
        return page(tenant, tenant.words(language), SignUpForm.empty(fields(tenant)), Map.of());
    }

    /** What is asked before the password, nothing filled in. */
    List<FormField> asked(Tenant tenant, Words words) {
        return shown(tenant, words, SignUpForm.empty(fields(tenant)), Map.of());
    }

    /** Every refusal beside its field, and all that was typed but the password. */
    ModelAndView again(Tenant tenant, Locale language, SignUpForm form, Refused refused) {
        var words = tenant.words(language);
        var errors = new LinkedHashMap<String, String>();
        for (var field : fields(tenant)) {
            Optional.ofNullable(refused.profile().get(field.name()))
                    .ifPresent(why -> errors.put(field.name(), why.say(words, field)));
        }
        refused.fields().forEach(refusal -> errors.put(refusal.field(), refusal.say(words)));
        if (!refused.broken().isEmpty()) {
            errors.put("password", PasswordSentences.refused(words, refused.broken()));
        }
        var page = page(tenant, words, form, errors)
                .addObject("taken", refused.fields().contains(FieldRefusal.EMAIL_TAKEN));
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    /** All that was typed but the password. */
    ModelAndView again(Tenant tenant, Locale language, SignUpForm form) {
        return page(tenant, tenant.words(language), form, Map.of());
    }

    /** The page comes back with a question in its form. */
    ModelAndView asking(ModelAndView page, Question question) {
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page.addObject("challenge", Optional.of(question));
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

    private ModelAndView page(Tenant tenant, Words words, SignUpForm form, Map<String, String> errors) {
        return new ModelAndView(
                "registration/sign-up",
                Map.of(
                        "fields", shown(tenant, words, form, errors),
                        "errors", errors,
                        "passwords", tenants.policy(tenant.id(), PasswordPolicy.class),
                        "challenge", gate.challenge(tenant.id(), Action.SIGN_UP),
                        "days", policy(tenant).daysUnconfirmed()));
    }

    /** In the tenant's order. */
    private List<FormField> shown(Tenant tenant, Words words, SignUpForm form, Map<String, String> errors) {
        var profile = tenants.policy(tenant.id(), ProfilePolicy.class);
        return policy(tenant).ask().stream()
                .map(name -> switch (name) {
                    case RegistrationPolicy.E_MAIL -> email(words, form, errors);
                    case RegistrationPolicy.USERNAME -> username(words, form, errors);
                    default -> FormField.of(profile.field(name).orElseThrow(), words, form.profile(), errors);
                })
                .toList();
    }

    private static FormField email(Words words, SignUpForm form, Map<String, String> errors) {
        return FormField.line(
                "email",
                words.say("registration.sign-up.email"),
                "email",
                "email",
                form.email(),
                errors.getOrDefault("email", ""));
    }

    private static FormField username(Words words, SignUpForm form, Map<String, String> errors) {
        return FormField.line(
                        "username",
                        words.say("registration.sign-up.username"),
                        "text",
                        "username",
                        form.username(),
                        errors.getOrDefault("username", ""))
                .withHint(words.say("registration.sign-up.username-hint"));
    }

    private RegistrationPolicy policy(Tenant tenant) {
        return tenants.policy(tenant.id(), RegistrationPolicy.class);
    }
}
