package org.poterne.holder;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import org.poterne.account.Accounts;
import org.poterne.holder.ChangeOutcome.Reason;
import org.poterne.holder.PasswordChangeOutcome.Changed;
import org.poterne.holder.PasswordChangeOutcome.CurrentRefused;
import org.poterne.holder.PasswordChangeOutcome.Refused;
import org.poterne.holder.PasswordChangeOutcome.TooOften;
import org.poterne.holder.PasswordChangeOutcome.Unchanged;
import org.poterne.password.PasswordPolicy;
import org.poterne.password.PasswordSentences;
import org.poterne.password.RawPassword;
import org.poterne.session.CurrentSession;
import org.poterne.session.SignedInPerson;
import org.poterne.tenant.Tenant;
import org.poterne.tenant.Tenants;
import org.poterne.throttle.TooMany;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One's own password. */
@Controller
class PasswordPages {

    private static final String VIEW = "holder/password";

    private final OwnPages pages;
    private final Accounts accounts;
    private final PasswordChange passwordChange;
    private final CurrentSession currentSession;
    private final Tenants tenants;

    PasswordPages(
            OwnPages pages,
            Accounts accounts,
            PasswordChange passwordChange,
            CurrentSession currentSession,
            Tenants tenants) {
        this.pages = pages;
        this.accounts = accounts;
        this.passwordChange = passwordChange;
        this.currentSession = currentSession;
        this.tenants = tenants;
    }

    @GetMapping("/{tenant}/account/password")
    ModelAndView ask(Tenant tenant, SignedInPerson person) {
        return pages.page(tenant, person, VIEW, model(tenant, Map.of()));
    }

    @PostMapping("/{tenant}/account/password")
    ModelAndView change(
            Tenant tenant,
            SignedInPerson person,
            Locale language,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String confirmation,
            HttpServletRequest request,
            HttpServletResponse response) {
        var words = tenant.words(language);
        if (!password.equals(confirmation)) {
            return again(tenant, person, Map.of("confirmation", words.say("password.refused.confirmation")));
        }
        var outcome = accounts.find(tenant.id(), person.account())
                .map(account -> passwordChange.change(
                        tenant.id(), account, pages.typed(tenant, request), new RawPassword(password)))
                .orElseGet(() -> new CurrentRefused(Reason.WRONG));
        return switch (outcome) {
            case Changed(var session) -> {
                currentSession.begin(tenant, session, request, response);
                yield new ModelAndView("redirect:" + tenant.path("/account?notice=holder.password-changed"));
            }
            case CurrentRefused(var reason) -> again(tenant, person, Map.of("current", words.say(reason.key())));
            case Unchanged() -> again(tenant, person, Map.of("password", words.say("holder.password.unchanged")));
            case Refused(var broken) ->
                again(tenant, person, Map.of("password", PasswordSentences.refused(words, broken)));
            case TooOften(var pause) -> TooMany.page(pause, response);
        };
    }

    private ModelAndView again(Tenant tenant, SignedInPerson person, Map<String, String> errors) {
        return pages.again(tenant, person, VIEW, model(tenant, errors));
    }

    private Map<String, Object> model(Tenant tenant, Map<String, String> errors) {
        return Map.of("policy", tenants.policy(tenant.id(), PasswordPolicy.class), "errors", errors);
    }
}
