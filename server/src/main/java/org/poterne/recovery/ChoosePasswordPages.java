package org.poterne.recovery;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.poterne.account.Account;
import org.poterne.password.PasswordPolicy;
import org.poterne.password.PasswordRule;
import org.poterne.password.RawPassword;
import org.poterne.recovery.RecoveryProcedure.Typed;
import org.poterne.recovery.ResetOutcome.Done;
import org.poterne.recovery.ResetOutcome.LinkUnusable;
import org.poterne.recovery.ResetOutcome.PasswordRefused;
import org.poterne.tenant.Tenant;
import org.poterne.tenant.Tenants;
import org.poterne.token.LinkCookie;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** From the link to the new password. */
@Controller
class ChoosePasswordPages {

    private final PasswordRecovery recovery;
    private final Tenants tenants;

    ChoosePasswordPages(PasswordRecovery recovery, Tenants tenants) {
        this.recovery = recovery;
        this.tenants = tenants;
    }

    @GetMapping("/{tenant}/recovery/open")
    String open(Tenant tenant, @RequestParam(defaultValue = "") String token, HttpServletResponse response) {
        cookie(tenant)
                .keep(token, tenants.policy(tenant.id(), RecoveryPolicy.class).linkLife(), response);
        return "redirect:" + tenant.path("/recovery/password");
    }

    @GetMapping("/{tenant}/recovery/password")
    ModelAndView choose(Tenant tenant, HttpServletRequest request) {
        return cookie(tenant)
                .read(request)
                .flatMap(token -> recovery.holder(tenant.id(), token))
                .map(account -> page(tenant, account, Map.of()))
                .orElseGet(ChoosePasswordPages::linkUnusable);
    }

    @PostMapping("/{tenant}/recovery/password")
    ModelAndView complete(
            Tenant tenant,
            Locale language,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String confirmation,
            HttpServletRequest request,
            HttpServletResponse response) {
        var token = cookie(tenant).read(request);
        var holder = token.flatMap(good -> recovery.holder(tenant.id(), good));
        if (token.isEmpty() || holder.isEmpty()) {
            return linkUnusable();
        }
        if (isTypedTwice(tenant) && !password.equals(confirmation)) {
            return again(
                    tenant,
                    holder.get(),
                    Map.of("confirmation", tenant.words(language).say("password.refused.confirmation")));
        }
        return switch (recovery.complete(tenant.id(), token.get(), new RawPassword(password))) {
            case Done() -> {
                cookie(tenant).clear(response);
                yield new ModelAndView("redirect:" + tenant.path("/sign-in?notice=recovery.password-reset"));
            }
            case LinkUnusable() -> linkUnusable();
            case PasswordRefused(var broken) ->
                again(tenant, holder.get(), Map.of("password", sentence(tenant, language, broken)));
        };
    }

    private ModelAndView again(Tenant tenant, Account account, Map<String, String> errors) {
        var page = page(tenant, account, errors);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private ModelAndView page(Tenant tenant, Account account, Map<String, String> errors) {
        return new ModelAndView(
                "recovery/choose-password",
                Map.of(
                        "account", account.email().given(),
                        "policy", tenants.policy(tenant.id(), PasswordPolicy.class),
                        "typedTwice", isTypedTwice(tenant),
                        "errors", errors));
    }

    /** One page for every reason: a stranger learns nothing from a guessed link. */
    private static ModelAndView linkUnusable() {
        var page = new ModelAndView("recovery/link-unusable");
        page.setStatus(HttpStatus.GONE);
        return page;
    }

    private static String sentence(Tenant tenant, Locale language, List<PasswordRule> broken) {
        var words = tenant.words(language);
        return broken.stream()
                .map(rule -> words.say("password.refused." + rule.reason(), rule.values()))
                .collect(Collectors.joining(" "));
    }

    private boolean isTypedTwice(Tenant tenant) {
        return tenants.policy(tenant.id(), RecoveryPolicy.class).procedure().newPassword() == Typed.TWICE;
    }

    private static LinkCookie cookie(Tenant tenant) {
        return new LinkCookie(tenant, "recovery");
    }
}
