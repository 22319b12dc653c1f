package org.poterne.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import org.poterne.device.KnownDevices;
import org.poterne.password.RawPassword;
import org.poterne.session.Destination;
import org.poterne.session.Entrance;
import org.poterne.session.SessionOrigin;
import org.poterne.signin.SignInOutcome.Locked;
import org.poterne.signin.SignInOutcome.Refused;
import org.poterne.signin.SignInOutcome.Right;
import org.poterne.signin.SignInOutcome.TooOften;
import org.poterne.signin.SignInOutcome.Unconfirmed;
import org.poterne.tenant.Tenant;
import org.poterne.throttle.TooMany;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The door, and the ways out for those whom it stays shut to. */
@Controller
class SignInPages {

    private final PasswordSignIn signIn;
    private final SignInDoor door;
    private final Entrance entrance;
    private final KnownDevices devices;

    SignInPages(PasswordSignIn signIn, SignInDoor door, Entrance entrance, KnownDevices devices) {
        this.signIn = signIn;
        this.door = door;
        this.entrance = entrance;
        this.devices = devices;
    }

    /** @param to where they were going, as {@link Destination} names it */
    @GetMapping("/{tenant}/sign-in")
    ModelAndView door(Tenant tenant, @RequestParam(defaultValue = "") String to) {
        return door.open(tenant).addObject("to", Destination.named(to));
    }

    @PostMapping("/{tenant}/sign-in")
    ModelAndView knock(
            Tenant tenant,
            Locale language,
            @RequestParam Map<String, String> sent,
            HttpServletRequest request,
            HttpServletResponse response) {
        var identifier = sent.getOrDefault("identifier", "");
        var proposed = sent.getOrDefault("proposed", "");
        var knock = new Knock(
                identifier,
                new RawPassword(sent.getOrDefault("password", "")),
                SessionOrigin.of(request),
                devices.of(tenant, request),
                door.chosenLanguage(tenant, sent.getOrDefault("language", ""), proposed),
                Destination.named(sent.getOrDefault("to", "")));
        return switch (signIn.signIn(tenant.id(), knock)) {
            case Right(var entry) ->
                entrance.arrive(tenant, entry, request, response)
                        .map(path -> new ModelAndView("redirect:" + tenant.path(path)))
                        .orElseGet(() -> again(knock, proposed, refused(tenant, language, identifier)));
            case Refused(var attemptsLeft) ->
                again(knock, proposed, door.refused(tenant, language, identifier, attemptsLeft));
            case Locked() -> again(knock, proposed, door.locked(tenant, language, identifier));
            case Unconfirmed() -> again(knock, proposed, door.unconfirmed(tenant, language, identifier));
            case TooOften(var wait) -> TooMany.page(wait, response);
        };
    }

    /** A reset came meanwhile: what was right is the old password. */
    private ModelAndView refused(Tenant tenant, Locale language, String identifier) {
        return door.refused(tenant, language, identifier, Integer.MAX_VALUE);
    }

    /** A choice made before a wrong password is still one after it, and so is the way one was going. */
    private static ModelAndView again(Knock knock, String proposed, ModelAndView page) {
        return page.addObject("proposed", proposed).addObject("to", knock.to());
    }

    /** "I cannot get in": every way out that this tenant has, on one page. */
    @GetMapping("/{tenant}/sign-in/trouble")
    ModelAndView trouble(Tenant tenant) {
        return new ModelAndView("signin/trouble", Map.of("ways", door.waysOut(tenant.id())));
    }
}
