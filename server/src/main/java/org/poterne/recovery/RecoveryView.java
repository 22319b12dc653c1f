package org.poterne.recovery;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.poterne.challenge.Question;
import org.poterne.courier.Sender;
import org.poterne.tenant.Tenant;
import org.poterne.tenant.Tenants;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** What the pages of the request show. */
@Component
class RecoveryView {

    private final DescriptionForm form;
    private final RecoveryGate gate;
    private final Tenants tenants;
    private final Sender sender;

    RecoveryView(DescriptionForm form, RecoveryGate gate, Tenants tenants, Sender sender) {
        this.form = form;
        this.gate = gate;
        this.tenants = tenants;
        this.sender = sender;
    }

    ModelAndView forgot(Tenant tenant, Locale language) {
        return forgot(tenant, language, form.fresh(tenant.id()), Map.of());
    }

    /** With what is wrong beside each field. */
    ModelAndView again(Tenant tenant, Locale language, TypedDescription typed, Map<String, String> errors) {
        var page = forgot(tenant, language, typed, errors);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    /**
     * The page comes back with a question in its form.
     *
     * @param answer what was confirmed before
     */
    ModelAndView asking(ModelAndView page, Question question, String answer) {
        return page.addObject("challenge", Optional.of(question)).addObject("answer", answer);
    }

    /**
     * A question to whoever has locked the name, kept by no browser.
     *
     * @param address masked
     * @param answer what the button says
     */
    ModelAndView blocked(Tenant tenant, Locale language, TypedDescription typed, String address, String answer) {
        var page = new ModelAndView(
                "recovery/blocked",
                Map.of(
                        "fields",
                        form.fields(tenant, tenant.words(language), typed, Map.of()),
                        "address",
                        address,
                        "answer",
                        answer,
                        "challenge",
                        gate.challenge(tenant.id())));
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    ModelAndView sent(Tenant tenant) {
        var policy = tenants.policy(tenant.id(), RecoveryPolicy.class);
        return new ModelAndView(
                "recovery/sent",
                Map.of(
                        "sender", sender.of(tenant.id()).given(),
                        "life", policy.linkLife(),
                        "lead", sentLead(policy.procedure()),
                        "again", sentAgain(policy.procedure()),
                        "lettersPerHour", policy.lettersPerHour()));
    }

    private ModelAndView forgot(Tenant tenant, Locale language, TypedDescription typed, Map<String, String> errors) {
        return new ModelAndView(
                "recovery/forgot",
                Map.of(
                        "lead",
                        lead(tenant, typed.by()),
                        "submit",
                        isMailed(tenant) ? "recovery.forgot.submit" : "recovery.forgot.next",
                        "fields",
                        form.fields(tenant, tenant.words(language), typed, errors),
                        "challenge",
                        gate.challenge(tenant.id()),
                        "failed",
                        !errors.isEmpty()));
    }

    private boolean isMailed(Tenant tenant) {
        return tenants.policy(tenant.id(), RecoveryPolicy.class).procedure().isMailed();
    }

    private String lead(Tenant tenant, Identifier asked) {
        if (!isMailed(tenant)) {
            return "recovery.forgot.lead-approval";
        }
        return switch (asked) {
            case E_MAIL -> "recovery.forgot.lead";
            case USERNAME -> "recovery.forgot.lead-username";
        };
    }

    private static String sentLead(RecoveryProcedure procedure) {
        if (procedure.asksProfile()) {
            return "recovery.sent.lead-profile";
        }
        return switch (procedure.identifier()) {
            case E_MAIL -> "recovery.sent.lead";
            case USERNAME -> "recovery.sent.lead-username";
        };
    }

    private static String sentAgain(RecoveryProcedure procedure) {
        if (procedure.asksProfile()) {
            return "recovery.sent.again-profile";
        }
        return switch (procedure.identifier()) {
            case E_MAIL -> "recovery.sent.again";
            case USERNAME -> "recovery.sent.again-username";
        };
    }
}
