package org.poterne.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.poterne.password.RawPassword;
import org.poterne.session.CurrentSession;
import org.poterne.session.SignedInPerson;
import org.poterne.signin.SignInOutcome.Opened;
import org.poterne.signin.SignInOutcome.Refused;
import org.poterne.signin.SignInOutcome.TooOften;
import org.poterne.tenant.Tenant;
import org.poterne.throttle.ClientAddress;
import org.poterne.throttle.TooMany;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The door, the room behind it, and the way out. */
@Controller
class SignInPages {

    private final PasswordSignIn signIn;
    private final CurrentSession currentSession;
    private final ApplicationEventPublisher events;

    SignInPages(PasswordSignIn signIn, CurrentSession currentSession, ApplicationEventPublisher events) {
        this.signIn = signIn;
        this.currentSession = currentSession;
        this.events = events;
    }

    @GetMapping("/{tenant}/sign-in")
    ModelAndView door() {
        return door("", "");
    }

    @PostMapping("/{tenant}/sign-in")
    ModelAndView knock(
            Tenant tenant,
            Locale language,
            @RequestParam(defaultValue = "") String identifier,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            HttpServletResponse response) {
        var from = ClientAddress.of(request.getRemoteAddr());
        return switch (signIn.signIn(tenant.id(), identifier, new RawPassword(password), from)) {
            case Opened(var session) -> {
                currentSession.begin(tenant, session, request, response);
                yield new ModelAndView("redirect:" + tenant.path("/"));
            }
            case Refused() -> again(tenant, language, identifier);
            case TooOften(var wait) -> TooMany.page(wait, response);
        };
    }

    @GetMapping("/{tenant}/")
    ModelAndView home(Tenant tenant, Optional<SignedInPerson> person) {
        return person.map(found -> new ModelAndView("signin/home", Map.of("name", found.name())))
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
        person.ifPresent(left -> events.publishEvent(new SignedOut(tenant.id(), left.account())));
        return "redirect:" + tenant.path("/sign-in?notice=signin.signed-out");
    }

    private static ModelAndView again(Tenant tenant, Locale language, String identifier) {
        var page = door(identifier, tenant.words(language).say("signin.refused"));
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private static ModelAndView door(String identifier, String error) {
        return new ModelAndView("signin/sign-in", Map.of("identifier", identifier, "error", error));
    }
}
