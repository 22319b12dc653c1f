package org.poterne.registration;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import org.poterne.account.Account;
import org.poterne.password.RawPassword;
import org.poterne.registration.Chooser.ByHeart;
import org.poterne.registration.Chooser.SameBrowser;
import org.poterne.registration.ConfirmOutcome.Confirmed;
import org.poterne.registration.ConfirmOutcome.LinkUnusable;
import org.poterne.registration.ConfirmOutcome.PasswordMissing;
import org.poterne.registration.ConfirmOutcome.PasswordWrong;
import org.poterne.registration.ConfirmOutcome.TooManyWrong;
import org.poterne.tenant.Tenant;
import org.poterne.tenant.Tenants;
import org.poterne.throttle.ClientAddress;
import org.poterne.token.LinkCookie;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** From the link to the confirmed account: one button, and nothing happens before it is pressed. */
@Controller
class ConfirmSignUpPages {

    private final SignUpConfirmation confirmation;
    private final SignUpBrowser browser;
    private final Tenants tenants;

    ConfirmSignUpPages(SignUpConfirmation confirmation, SignUpBrowser browser, Tenants tenants) {
        this.confirmation = confirmation;
        this.browser = browser;
        this.tenants = tenants;
    }

    @GetMapping("/{tenant}/confirm/open")
    String open(Tenant tenant, @RequestParam(defaultValue = "") String token, HttpServletResponse response) {
        cookie(tenant)
                .keep(
                        token,
                        tenants.policy(tenant.id(), RegistrationPolicy.class).confirmationLife(),
                        response);
        return "redirect:" + tenant.path("/confirm");
    }

    @GetMapping("/{tenant}/confirm")
    ModelAndView confirm(Tenant tenant, HttpServletRequest request) {
        return cookie(tenant)
                .read(request)
                .flatMap(token -> confirmation.holder(tenant.id(), token))
                .map(account -> page(tenant, account, request, ""))
                .orElseGet(ConfirmSignUpPages::linkUnusable);
    }

    /**
     * Only the button itself sends {@code pressed}: a scanner that submits every form of a page confirms nobody (Outlook
     * Safe Links: FusionAuth #3099).
     */
    @PostMapping(value = "/{tenant}/confirm", params = "!pressed")
    ModelAndView notPressed(Tenant tenant, HttpServletRequest request) {
        return confirm(tenant, request);
    }

    @PostMapping(value = "/{tenant}/confirm", params = "pressed")
    ModelAndView press(
            Tenant tenant,
            Locale language,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            HttpServletResponse response) {
        var token = cookie(tenant).read(request);
        var holder = token.flatMap(good -> confirmation.holder(tenant.id(), good));
        if (token.isEmpty() || holder.isEmpty()) {
            return linkUnusable();
        }
        var account = holder.get();
        var chooser = browser.sent(tenant, account.id(), request)
                ? new SameBrowser()
                : new ByHeart(new RawPassword(password));
        var from = ClientAddress.of(request.getRemoteAddr());
        return switch (confirmation.confirm(tenant.id(), token.get(), chooser, from)) {
            case Confirmed() -> confirmed(tenant, response);
            case LinkUnusable() -> linkUnusable();
            case PasswordMissing() -> again(tenant, account, request, say(tenant, language, "password-missing"));
            case PasswordWrong() -> again(tenant, account, request, say(tenant, language, "password-wrong"));
            case TooManyWrong() -> again(tenant, account, request, say(tenant, language, "too-many"));
        };
    }

    private ModelAndView confirmed(Tenant tenant, HttpServletResponse response) {
        cookie(tenant).clear(response);
        response.addHeader(HttpHeaders.SET_COOKIE, browser.forget(tenant).toString());
        return new ModelAndView("redirect:" + tenant.path("/sign-in?notice=registration.confirmed"));
    }

    private ModelAndView again(Tenant tenant, Account account, HttpServletRequest request, String error) {
        var page = page(tenant, account, request, error);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private ModelAndView page(Tenant tenant, Account account, HttpServletRequest request, String error) {
        var asked = !browser.sent(tenant, account.id(), request) && confirmation.asksPassword(tenant.id(), account);
        return new ModelAndView(
                "registration/confirm",
                Map.of("account", account.email().given(), "passwordAsked", asked, "error", error));
    }

    /** One page for every reason: a stranger learns nothing from a guessed link. */
    private static ModelAndView linkUnusable() {
        var page = new ModelAndView("registration/link-unusable");
        page.setStatus(HttpStatus.GONE);
        return page;
    }

    private static String say(Tenant tenant, Locale language, String refusal) {
        return tenant.words(language).say("registration.confirm." + refusal);
    }

    private static LinkCookie cookie(Tenant tenant) {
        return new LinkCookie(tenant, "confirmation");
    }
}
