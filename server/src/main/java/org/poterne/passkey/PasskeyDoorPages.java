package org.poterne.passkey;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.poterne.account.Account;
import org.poterne.account.AccountId;
import org.poterne.account.Accounts;
import org.poterne.factor.FactorStep;
import org.poterne.passkey.ShowOutcome.Refused;
import org.poterne.passkey.ShowOutcome.Shown;
import org.poterne.passkey.ShowOutcome.TooOften;
import org.poterne.session.Destination;
import org.poterne.session.Entrance;
import org.poterne.session.Entry;
import org.poterne.session.SessionOrigin;
import org.poterne.tenant.Tenant;
import org.poterne.throttle.TooMany;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * In with a passkey and nothing else: it holds its own second factor. No identifier is asked, so none is told
 * (requirements EN-6), and the password's lock is not its own.
 */
@Controller
class PasskeyDoorPages {

    static final String PATH = "/sign-in/with-passkey";

    private final Passkeys passkeys;
    private final Showing showing;
    private final BrowserBond browsers;
    private final Accounts accounts;
    private final Entrance entrance;

    PasskeyDoorPages(Passkeys passkeys, Showing showing, BrowserBond browsers, Accounts accounts, Entrance entrance) {
        this.passkeys = passkeys;
        this.showing = showing;
        this.browsers = browsers;
        this.accounts = accounts;
        this.entrance = entrance;
    }

    @GetMapping("/{tenant}" + PATH)
    ModelAndView door(Tenant tenant, @RequestParam(defaultValue = "") String to) {
        return passkeys.areOffered(tenant.id())
                ? new ModelAndView("passkey/door", Map.of("to", Destination.named(to)))
                : new ModelAndView("redirect:" + tenant.path("/sign-in"));
    }

    /** Asking keeps nothing here; the browser gets the cookie that its answer is bound to. */
    @GetMapping("/{tenant}" + PATH + "/options")
    ResponseEntity<String> options(Tenant tenant, HttpServletRequest request, HttpServletResponse response) {
        return Answers.json(
                passkeys.areOffered(tenant.id())
                        ? passkeys.challengeFor(tenant, bond(browsers.begin(tenant, request, response)))
                        : Optional.empty());
    }

    @PostMapping("/{tenant}" + PATH)
    ModelAndView enter(
            Tenant tenant,
            @RequestParam Map<String, String> sent,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!passkeys.areOffered(tenant.id())) {
            return new ModelAndView("redirect:" + tenant.path("/sign-in"));
        }
        var to = Destination.named(sent.getOrDefault("to", ""));
        var bond = bond(browsers.of(tenant, request).orElse(""));
        var origin = SessionOrigin.of(request);
        return switch (showing.show(tenant, bond, PasskeyAnswer.of(sent), origin.address(), _ -> true)) {
            case Shown(var account) ->
                mayEnter(tenant, account)
                        .map(_ -> entry(account, origin, to))
                        .flatMap(entry -> entrance.arrive(tenant, entry, request, response))
                        .map(path -> new ModelAndView("redirect:" + tenant.path(path)))
                        .orElseGet(() -> refused(to));
            case Refused() -> refused(to);
            case TooOften(var pause) -> TooMany.page(pause, response);
        };
    }

    /** A closed account, or one that nobody has confirmed, is refused in the words of every refusal. */
    private Optional<Account> mayEnter(Tenant tenant, AccountId account) {
        return accounts.find(tenant.id(), account).filter(Account::isActive).filter(Account::isConfirmed);
    }

    private static PasskeyBond bond(String browser) {
        return new PasskeyBond(PasskeyPurpose.SIGN_IN, browser);
    }

    private static Entry entry(AccountId account, SessionOrigin origin, Destination to) {
        return Entry.with(Set.of(FactorStep.NAME, PasskeyFactor.NAME), account, origin, Optional.empty(), to);
    }

    private static ModelAndView refused(Destination to) {
        var page = new ModelAndView("passkey/door", Map.of("to", to, "refused", true));
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }
}
