package org.poterne.recovery;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.poterne.account.Account;
import org.poterne.account.Username;
import org.poterne.password.PasswordPolicy;
import org.poterne.password.PasswordRule;
import org.poterne.password.PasswordSentences;
import org.poterne.profile.FormField;
import org.poterne.recovery.RecoveryProcedure.Typed;
import org.poterne.tenant.Tenant;
import org.poterne.tenant.Tenants;
import org.poterne.words.Words;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** What the pages behind the link show. */
@Component
class ChoosePasswordView {

    private final DescriptionForm form;
    private final Tenants tenants;

    ChoosePasswordView(DescriptionForm form, Tenants tenants) {
        this.form = form;
        this.tenants = tenants;
    }

    ModelAndView page(Tenant tenant, Locale language, LinkHolder holder, TypedDescription typed) {
        return page(tenant, tenant.words(language), holder, typed, Map.of());
    }

    /** With what is wrong beside each field; all is kept but the password. */
    ModelAndView again(
            Tenant tenant, Locale language, LinkHolder holder, TypedDescription typed, Map<String, String> errors) {
        var page = page(tenant, tenant.words(language), holder, typed, errors);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    ModelAndView refused(
            Tenant tenant, Locale language, LinkHolder holder, TypedDescription typed, List<PasswordRule> broken) {
        return again(
                tenant,
                language,
                holder,
                typed,
                Map.of("password", PasswordSentences.refused(tenant.words(language), broken)));
    }

    /** One sentence for all the fields: which of them it was would help whoever guesses. */
    ModelAndView mismatch(Tenant tenant, Locale language, LinkHolder holder, TypedDescription typed) {
        var words = tenant.words(language);
        var sentence = words.say("recovery.choose.mismatch", "tries", RecoveryAttempts.TRIES);
        return again(tenant, language, holder, typed, Map.of("form", sentence));
    }

    /** One page for every reason: a stranger learns nothing from a guessed link. */
    ModelAndView linkUnusable(Tenant tenant) {
        var procedure = policy(tenant).procedure();
        var page = procedure.isMailed()
                ? new ModelAndView("recovery/link-unusable", Map.of("describedAgain", procedure.asksAgain()))
                : new ModelAndView("recovery/over");
        page.setStatus(HttpStatus.GONE);
        return page;
    }

    /** Where the account is to be described, the page does not tell it. */
    private ModelAndView page(
            Tenant tenant, Words words, LinkHolder holder, TypedDescription typed, Map<String, String> errors) {
        var again = holder.attempt().isDescribedAgain();
        return new ModelAndView(
                "recovery/choose-password",
                Map.of(
                        "account",
                        again ? "" : account(tenant, holder.account()),
                        "identifier",
                        identifier(holder.account()),
                        "fields",
                        again ? form.fields(tenant, words, typed, errors) : List.<FormField>of(),
                        "policy",
                        tenants.policy(tenant.id(), PasswordPolicy.class),
                        "typedTwice",
                        policy(tenant).procedure().newPassword() == Typed.TWICE,
                        "errors",
                        errors));
    }

    /** As its holder has just called it: the address, or the name. */
    private String account(Tenant tenant, Account account) {
        return switch (policy(tenant).procedure().identifier()) {
            case E_MAIL -> account.email().given();
            case USERNAME -> identifier(account);
        };
    }

    /** What password managers keep the new password under: the name that the letter told, or the address it went to. */
    private static String identifier(Account account) {
        return account.username().map(Username::given).orElse(account.email().given());
    }

    private RecoveryPolicy policy(Tenant tenant) {
        return tenants.policy(tenant.id(), RecoveryPolicy.class);
    }
}
