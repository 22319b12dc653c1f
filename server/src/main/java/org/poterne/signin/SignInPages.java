package org.poterne.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.poterne.challenge.Question;
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
    private final SignInDoubt doubt;

    SignInPages(PasswordSignIn signIn, SignInDoor door, Entrance entrance, KnownDevices devices, SignInDoubt doubt) {
        this.signIn = signIn;
        this.door = door;
        this.entrance = entrance;
        this.devices = devices;
        this.doubt = doubt;
    }

    /** @param to where they were going, as {@link Destination} names it */
    @GetMapping("/{tenant}/sign-in")
    ModelAndView door(
            Tenant tenant,
            Locale language,
            @RequestParam(defaultValue = "") String to,
            HttpServletRequest request,
            HttpServletResponse response) {
        return door.open(tenant)
                .addObject("to", Destination.named(to))
                .addObject("question", doubt.question(new Visit(tenant, language, request, response)));
    }

    @PostMapping("/{tenant}/sign-in")
    ModelAndView knock(
            Tenant tenant,
            Locale language,
            @RequestParam Map<String, String> sent,
            HttpServletRequest request,
            HttpServletResponse response) {
        var visit = new Visit(tenant, language, request, response);
        var proposed = sent.getOrDefault("proposed", "");
        var knock = new Knock(
                sent.getOrDefault("identifier", ""),
                new RawPassword(sent.getOrDefault("password", "")),
                SessionOrigin.of(request),
                devices.of(tenant, request),
                door.chosenLanguage(tenant, sent.getOrDefault("language", ""), proposed),
                Destination.named(sent.getOrDefault("to", "")));
        var unanswered = doubt.unanswered(visit, knock);
        return unanswered.isPresent()
                ? again(knock, proposed, unanswered, door.asking(tenant, language, knock.identifier()))
                : compared(visit, knock, proposed);
    }

    private ModelAndView compared(Visit visit, Knock knock, String proposed) {
        return switch (signIn.signIn(visit.tenant().id(), knock)) {
            case Right(var entry) ->
                entrance.arrive(visit.tenant(), entry, visit.request(), visit.response())
                        .map(path ->
                                new ModelAndView("redirect:" + visit.tenant().path(path)))
                        .orElseGet(() -> again(knock, proposed, doubt.question(visit), outdated(visit, knock)));
            case TooOften(var wait) -> TooMany.page(wait, visit.response());
            case Unconfirmed() -> {
                var page = door.unconfirmed(visit.tenant(), visit.language(), knock.identifier());
                yield again(knock, proposed, doubt.question(visit), page);
            }
            case Refused(var attemptsLeft) -> {
                var page = door.refused(visit.tenant(), visit.language(), knock.identifier(), attemptsLeft);
                yield again(knock, proposed, counted(visit, knock), page);
            }
            case Locked() -> {
                var page = door.locked(visit.tenant(), visit.language(), knock.identifier());
                yield again(knock, proposed, counted(visit, knock), page);
            }
        };
    }

    /** One more wrong guess; the page may bring the question along. */
    private Optional<Question> counted(Visit visit, Knock knock) {
        if (!knock.isIncomplete()) {
            doubt.wrong(visit);
        }
        return doubt.question(visit);
    }

    /** A reset came meanwhile: what was right is the old password. */
    private ModelAndView outdated(Visit visit, Knock knock) {
        return door.refused(visit.tenant(), visit.language(), knock.identifier(), Integer.MAX_VALUE);
    }

    /** A choice made before a wrong password is still one after it, and so is the way one was going. */
    private static ModelAndView again(Knock knock, String proposed, Optional<Question> question, ModelAndView page) {
        return page.addObject("proposed", proposed).addObject("to", knock.to()).addObject("question", question);
    }

    /** "I cannot get in": every way out that this tenant has, on one page. */
    @GetMapping("/{tenant}/sign-in/trouble")
    ModelAndView trouble(Tenant tenant) {
        return new ModelAndView("signin/trouble", Map.of("ways", door.waysOut(tenant.id())));
    }
}
