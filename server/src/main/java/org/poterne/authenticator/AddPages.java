package org.poterne.authenticator;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.poterne.account.Account;
import org.poterne.account.Accounts;
import org.poterne.authenticator.Bindings.State;
import org.poterne.session.Sensitive;
import org.poterne.session.SignedInPerson;
import org.poterne.tenant.Tenant;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Adding a phone: a picture for its camera, or a few signs to type, shown to whoever has just shown the password. */
@Controller
class AddPages {

    private static final int GROUP = 4;

    private final OwnDevices own;
    private final Bindings bindings;
    private final BindingCookie cookie;
    private final Accounts accounts;
    private final AuthenticatorAddress address;

    AddPages(OwnDevices own, Bindings bindings, BindingCookie cookie, Accounts accounts, AuthenticatorAddress address) {
        this.own = own;
        this.bindings = bindings;
        this.cookie = cookie;
        this.accounts = accounts;
        this.address = address;
    }

    @Sensitive
    @PostMapping("/{tenant}/account/authenticators/add")
    String begin(Tenant tenant, SignedInPerson person, HttpServletResponse response) {
        if (!own.mayAdd(tenant.id(), person.account())) {
            return "redirect:" + tenant.path(AuthenticatorPages.LIST);
        }
        var codes = BindingCodes.fresh();
        var id = bindings.begin(tenant.id(), person.account(), codes);
        cookie.set(tenant, person.account(), id, codes, response);
        return "redirect:" + tenant.path("/account/authenticators/add");
    }

    /** The codes; where the phone has come meanwhile, the list with it. */
    @GetMapping("/{tenant}/account/authenticators/add")
    ModelAndView show(
            Tenant tenant,
            SignedInPerson person,
            Locale language,
            HttpServletRequest request,
            HttpServletResponse response) {
        var shown = cookie.read(tenant, person.account(), request);
        return switch (state(tenant, person, shown)) {
            case BOUND -> {
                cookie.clear(tenant, response);
                yield new ModelAndView(
                        "redirect:" + tenant.path(AuthenticatorPages.LIST + "?notice=authenticator.bound"));
            }
            case OVER -> new ModelAndView("authenticator/add-over");
            case WAITING ->
                accounts.find(tenant.id(), person.account())
                        .map(account ->
                                codes(tenant, account, shown.orElseThrow().codes()))
                        .orElseGet(() -> new ModelAndView("redirect:" + tenant.path("/sign-in")));
        };
    }

    /** For the page's own script. */
    @GetMapping("/{tenant}/account/authenticators/add/state")
    ResponseEntity<Map<String, String>> state(Tenant tenant, SignedInPerson person, HttpServletRequest request) {
        var state = state(tenant, person, cookie.read(tenant, person.account(), request));
        return ResponseEntity.ok(Map.of("state", state.name().toLowerCase(Locale.ROOT)));
    }

    private State state(Tenant tenant, SignedInPerson person, Optional<BindingCookie.Shown> shown) {
        return shown.map(found -> bindings.state(tenant.id(), person.account(), found.id()))
                .orElse(State.OVER);
    }

    private ModelAndView codes(Tenant tenant, Account account, BindingCodes codes) {
        var page = address.page(tenant);
        var link = page + "#bind=" + codes.link();
        return new ModelAndView(
                "authenticator/add",
                Map.of(
                        "link", link,
                        "picture", QrImage.of(link),
                        "address", page.toString(),
                        "typed",
                                codes.typed().substring(0, GROUP) + " "
                                        + codes.typed().substring(GROUP),
                        "identifier", EnrolmentCalls.identifier(account)));
    }
}
