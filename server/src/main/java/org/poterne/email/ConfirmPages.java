package org.poterne.email;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.poterne.device.KnownDevices;
import org.poterne.email.ConfirmOutcome.Confirmed;
import org.poterne.email.ConfirmOutcome.LinkUnusable;
import org.poterne.email.ConfirmOutcome.PasswordWrong;
import org.poterne.email.ConfirmOutcome.TooOften;
import org.poterne.email.Confirmer.ByHeart;
import org.poterne.email.Confirmer.InSession;
import org.poterne.password.RawPassword;
import org.poterne.session.SignedInPerson;
import org.poterne.tenant.Tenant;
import org.poterne.throttle.ClientAddress;
import org.poterne.throttle.TooMany;
import org.poterne.token.LinkCookie;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** From the link at the new address to the button. Nobody is signed in by it. */
@Controller
class ConfirmPages {

    static final Duration LIFE = Duration.ofHours(1);

    private final AddressConfirmation confirmation;
    private final KnownDevices devices;

    ConfirmPages(AddressConfirmation confirmation, KnownDevices devices) {
        this.confirmation = confirmation;
        this.devices = devices;
    }

    @GetMapping("/{tenant}/account/email/confirm/open")
    String open(Tenant tenant, @RequestParam(defaultValue = "") String token, HttpServletResponse response) {
        cookie(tenant).keep(token, LIFE, response);
        return "redirect:" + tenant.path("/account/email/confirm");
    }

    @GetMapping("/{tenant}/account/email/confirm")
    ModelAndView ask(Tenant tenant, Optional<SignedInPerson> person, HttpServletRequest request) {
        return change(tenant, request).map(change -> page(change, person, "")).orElseGet(ConfirmPages::linkUnusable);
    }

    @PostMapping("/{tenant}/account/email/confirm")
    ModelAndView confirm(
            Tenant tenant,
            Optional<SignedInPerson> person,
            Locale language,
            @RequestParam(defaultValue = "") String current,
            HttpServletRequest request,
            HttpServletResponse response) {
        var token = cookie(tenant).read(request);
        var change = change(tenant, request);
        if (token.isEmpty() || change.isEmpty()) {
            return linkUnusable();
        }
        var own = isOwn(change.get(), person);
        var confirmer = own
                ? person.<Confirmer>map(holder -> new InSession(holder.account(), holder.session()))
                        .orElseThrow()
                : new ByHeart(
                        new RawPassword(current),
                        devices.of(tenant, request),
                        ClientAddress.of(request.getRemoteAddr()));
        return switch (confirmation.confirm(tenant.id(), token.get(), confirmer)) {
            case Confirmed() -> {
                cookie(tenant).clear(response);
                var next = own ? "/account/email" : "/sign-in";
                yield new ModelAndView("redirect:" + tenant.path(next + "?notice=email.changed"));
            }
            case LinkUnusable() -> linkUnusable();
            case PasswordWrong() ->
                again(page(change.get(), person, tenant.words(language).say("email.own.password-wrong")));
            case TooOften(var pause) -> TooMany.page(pause, response);
        };
    }

    private Optional<AddressChange> change(Tenant tenant, HttpServletRequest request) {
        return cookie(tenant).read(request).flatMap(token -> confirmation.look(tenant.id(), token));
    }

    private static boolean isOwn(AddressChange change, Optional<SignedInPerson> person) {
        return person.filter(holder -> holder.account().equals(change.account()))
                .isPresent();
    }

    private static ModelAndView page(AddressChange change, Optional<SignedInPerson> person, String error) {
        return new ModelAndView(
                "email/confirm",
                Map.of("address", change.to().given(), "passwordAsked", !isOwn(change, person), "error", error));
    }

    private static ModelAndView again(ModelAndView page) {
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    /** One page for every reason, an address that somebody else has by now among them. */
    static ModelAndView linkUnusable() {
        var page = new ModelAndView("email/link-unusable");
        page.setStatus(HttpStatus.GONE);
        return page;
    }

    private static LinkCookie cookie(Tenant tenant) {
        return new LinkCookie(tenant, "email");
    }
}
