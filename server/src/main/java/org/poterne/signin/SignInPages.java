package org.poterne.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.poterne.device.KnownDevices;
import org.poterne.password.RawPassword;
import org.poterne.session.CurrentSession;
import org.poterne.session.SessionOrigin;
import org.poterne.session.SignedInPerson;
import org.poterne.signin.SignInOutcome.Locked;
import org.poterne.signin.SignInOutcome.Opened;
import org.poterne.signin.SignInOutcome.Refused;
import org.poterne.signin.SignInOutcome.TooOften;
import org.poterne.signin.SignInOutcome.Unconfirmed;
import org.poterne.tenant.Tenant;
import org.poterne.throttle.TooMany;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The door, the room behind it, and the way out. */
@Controller
class SignInPages {

    private final PasswordSignIn signIn;
    private final SignInDoor door;
    private final Home home;
    private final CurrentSession currentSession;
    private final KnownDevices devices;

    SignInPages(
            PasswordSignIn signIn, SignInDoor door, Home home, CurrentSession currentSession, KnownDevices devices) {
        this.signIn = signIn;
        this.door = door;
        this.home = home;
        this.currentSession = currentSession;
        this.devices = devices;
    }

    @GetMapping("/{tenant}/sign-in")
    ModelAndView door(Tenant tenant) {
        return door.open(tenant);
    }

    @PostMapping("/{tenant}/sign-in")
    ModelAndView knock(
            Tenant tenant,
            Locale language,
            @RequestParam(defaultValue = "") String identifier,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(name = "language", defaultValue = "") String chosen,
            @RequestParam(defaultValue = "") String proposed,
            HttpServletRequest request,
            HttpServletResponse response) {
        var knock = new Knock(
                identifier,
                new RawPassword(password),
                SessionOrigin.of(request),
                devices.of(tenant, request),
                door.chosenLanguage(tenant, chosen, proposed));
        return switch (signIn.signIn(tenant.id(), knock)) {
            case Opened(var session, var account) -> {
                currentSession.begin(tenant, session, request, response);
                devices.remember(tenant, account, request, response);
                yield new ModelAndView("redirect:" + tenant.path("/"));
            }
            case Refused(var attemptsLeft) ->
                proposing(proposed, door.refused(tenant, language, identifier, attemptsLeft));
            case Locked() -> proposing(proposed, door.locked(tenant, language, identifier));
            case Unconfirmed() -> proposing(proposed, door.unconfirmed(tenant, language, identifier));
            case TooOften(var wait) -> TooMany.page(wait, response);
        };
    }

    /** A choice made before a wrong password is still one after it. */
    private static ModelAndView proposing(String proposed, ModelAndView page) {
        return page.addObject("proposed", proposed);
    }

    /** "I cannot get in": every way out that this tenant has, on one page. */
    @GetMapping("/{tenant}/sign-in/trouble")
    ModelAndView trouble(Tenant tenant) {
        return new ModelAndView("signin/trouble", Map.of("ways", door.waysOut(tenant.id())));
    }

    @GetMapping("/{tenant}/")
    ModelAndView home(Tenant tenant, Optional<SignedInPerson> person) {
        return person.map(found -> home.of(tenant.id(), found))
                .orElseGet(() -> new ModelAndView("redirect:" + tenant.path("/sign-in")));
    }

    @GetMapping("/{tenant}")
    String withoutSlash(Tenant tenant) {
        return "redirect:" + tenant.path("/");
    }

    @PostMapping("/{tenant}/sign-out")
    String leave(
            Tenant tenant, Optional<SignedInPerson> person, HttpServletRequest request, HttpServletResponse response) {
        currentSession.end(tenant, request, response);
        person.ifPresent(left -> home.left(tenant.id(), left));
        return "redirect:" + tenant.path("/sign-in?notice=signin.signed-out");
    }
}
