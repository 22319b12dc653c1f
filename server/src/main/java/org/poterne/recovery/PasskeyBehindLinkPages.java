package org.poterne.recovery;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Map;
import org.poterne.passkey.PasskeyAnswer;
import org.poterne.tenant.Tenant;
import org.poterne.throttle.ClientAddress;
import org.poterne.throttle.TooMany;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Between the link and the new password: a passkey, which no page but ours can ask for (RT-11; ASVS 5.0 6.4.3). */
@Controller
class PasskeyBehindLinkPages {

    static final String PATH = "/recovery/passkey";

    private final PasskeyProofs passkeys;
    private final WayCookies cookies;
    private final ChoosePasswordView view;

    PasskeyBehindLinkPages(PasskeyProofs passkeys, WayCookies cookies, ChoosePasswordView view) {
        this.passkeys = passkeys;
        this.cookies = cookies;
        this.view = view;
    }

    @GetMapping("/{tenant}" + PATH)
    ModelAndView ask(Tenant tenant, HttpServletRequest request) {
        return cookies.link(tenant, request)
                .filter(token -> passkeys.isDue(tenant.id(), token))
                .map(_ -> new ModelAndView("recovery/passkey"))
                .orElseGet(() -> choose(tenant));
    }

    /** For the page's script, which loads the page again when it is led elsewhere: the link is over, and the page says so. */
    @GetMapping("/{tenant}" + PATH + "/options")
    ResponseEntity<String> options(Tenant tenant, HttpServletRequest request) {
        return cookies.link(tenant, request)
                .flatMap(token -> passkeys.question(tenant, token))
                .map(question -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(question))
                .orElseGet(() -> ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .location(URI.create(tenant.path("/recovery/password")))
                        .build());
    }

    @PostMapping("/{tenant}" + PATH)
    ModelAndView judge(
            Tenant tenant,
            @RequestParam Map<String, String> sent,
            HttpServletRequest request,
            HttpServletResponse response) {
        var token = cookies.link(tenant, request);
        if (token.isEmpty()) {
            return view.linkUnusable(tenant);
        }
        var from = ClientAddress.of(request.getRemoteAddr());
        return switch (passkeys.judge(tenant, token.get(), PasskeyAnswer.of(sent), from)) {
            case PasskeyProofs.Stands(var attempt) -> {
                cookies.keepAttempt(tenant, attempt, response);
                yield choose(tenant);
            }
            case PasskeyProofs.Refused() -> refused();
            case PasskeyProofs.TooOften(var pause) -> TooMany.page(pause, response);
            case PasskeyProofs.LinkGone() -> view.linkUnusable(tenant);
        };
    }

    private static ModelAndView choose(Tenant tenant) {
        return new ModelAndView("redirect:" + tenant.path("/recovery/password"));
    }

    private static ModelAndView refused() {
        var page = new ModelAndView("recovery/passkey", Map.of("refused", true));
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }
}
