package org.poterne.recovery;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.poterne.password.RawPassword;
import org.poterne.recovery.RecoveryProcedure.Typed;
import org.poterne.recovery.ResetOutcome.Done;
import org.poterne.recovery.ResetOutcome.LinkUnusable;
import org.poterne.recovery.ResetOutcome.Mismatch;
import org.poterne.recovery.ResetOutcome.PasswordRefused;
import org.poterne.tenant.Tenant;
import org.poterne.tenant.Tenants;
import org.poterne.throttle.ClientAddress;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** From the link, or from the attempt in which all proofs stand, to the new password. */
@Controller
class ChoosePasswordPages {

    private final PasswordRecovery recovery;
    private final DescriptionForm form;
    private final ChoosePasswordView view;
    private final WayCookies cookies;
    private final Tenants tenants;

    ChoosePasswordPages(
            PasswordRecovery recovery,
            DescriptionForm form,
            ChoosePasswordView view,
            WayCookies cookies,
            Tenants tenants) {
        this.recovery = recovery;
        this.form = form;
        this.view = view;
        this.cookies = cookies;
        this.tenants = tenants;
    }

    @GetMapping("/{tenant}/recovery/open")
    String open(Tenant tenant, @RequestParam(defaultValue = "") String token, HttpServletResponse response) {
        cookies.keepLink(
                tenant, token, tenants.policy(tenant.id(), RecoveryPolicy.class).linkLife(), response);
        return "redirect:" + tenant.path("/recovery/password");
    }

    @GetMapping("/{tenant}/recovery/password")
    ModelAndView choose(Tenant tenant, Locale language, HttpServletRequest request) {
        var way = cookies.read(tenant, request);
        var due = way.flatMap(found -> recovery.factorDue(tenant.id(), found));
        if (due.isPresent()) {
            return new ModelAndView("redirect:" + tenant.path(pageOf(due.get())));
        }
        return way.flatMap(found -> recovery.holder(tenant.id(), found))
                .map(holder -> view.page(tenant, language, holder, form.fresh(tenant.id())))
                .orElseGet(() -> view.linkUnusable(tenant));
    }

    private static String pageOf(Proof factor) {
        return factor instanceof Proof.Passkey ? PasskeyBehindLinkPages.PATH : CodeBehindLinkPages.PATH;
    }

    @PostMapping("/{tenant}/recovery/password")
    ModelAndView complete(
            Tenant tenant,
            Locale language,
            @RequestParam Map<String, String> sent,
            HttpServletRequest request,
            HttpServletResponse response) {
        var way = cookies.read(tenant, request);
        var holder = way.flatMap(good -> recovery.holder(tenant.id(), good));
        if (way.isEmpty() || holder.isEmpty()) {
            return view.linkUnusable(tenant);
        }
        var typed = form.sent(tenant.id(), sent);
        var errors = errors(tenant, language, holder.get(), typed, sent);
        if (!errors.isEmpty()) {
            return view.again(tenant, language, holder.get(), typed, errors);
        }
        var wanted = new NewPassword(
                typed.description(),
                new RawPassword(sent.getOrDefault("password", "")),
                ClientAddress.of(request.getRemoteAddr()));
        return switch (recovery.complete(tenant.id(), way.get(), wanted)) {
            case Done() -> {
                cookies.clear(tenant, response);
                yield new ModelAndView("redirect:" + tenant.path("/sign-in?notice=recovery.password-reset"));
            }
            case LinkUnusable() -> view.linkUnusable(tenant);
            case Mismatch() -> view.mismatch(tenant, language, holder.get(), typed);
            case PasswordRefused(var broken) -> view.refused(tenant, language, holder.get(), typed, broken);
        };
    }

    /** What can be told without looking at any account, all at once. */
    private Map<String, String> errors(
            Tenant tenant, Locale language, LinkHolder holder, TypedDescription typed, Map<String, String> sent) {
        var words = tenant.words(language);
        var errors = new HashMap<String, String>();
        if (holder.attempt().isDescribedAgain()) {
            errors.putAll(typed.errors(words));
        }
        if (isTypedTwice(tenant) && !sent.getOrDefault("password", "").equals(sent.getOrDefault("confirmation", ""))) {
            errors.put("confirmation", words.say("password.refused.confirmation"));
        }
        return errors;
    }

    private boolean isTypedTwice(Tenant tenant) {
        return tenants.policy(tenant.id(), RecoveryPolicy.class).procedure().newPassword() == Typed.TWICE;
    }
}
