package org.poterne.recovery;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import org.poterne.device.KnownDevices;
import org.poterne.tenant.Tenant;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Between the link and the new password: a code that the mailbox does not hold (RT-11; ASVS 5.0 6.4.3). */
@Controller
class CodeBehindLinkPages {

    static final String PATH = "/recovery/code";

    private final CodeProofs codes;
    private final WayCookies cookies;
    private final ChoosePasswordView view;
    private final KnownDevices devices;

    CodeBehindLinkPages(CodeProofs codes, WayCookies cookies, ChoosePasswordView view, KnownDevices devices) {
        this.codes = codes;
        this.cookies = cookies;
        this.view = view;
        this.devices = devices;
    }

    @GetMapping("/{tenant}" + PATH)
    ModelAndView ask(Tenant tenant, HttpServletRequest request) {
        return cookies.link(tenant, request)
                .flatMap(token -> codes.due(tenant.id(), token))
                .map(asked -> page(asked.code().name(), ""))
                .orElseGet(() -> new ModelAndView("redirect:" + tenant.path("/recovery/password")));
    }

    @PostMapping("/{tenant}" + PATH)
    ModelAndView judge(
            Tenant tenant,
            Locale language,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response) {
        var token = cookies.link(tenant, request);
        var due = token.flatMap(link -> codes.due(tenant.id(), link));
        if (token.isEmpty() || due.isEmpty()) {
            return view.linkUnusable(tenant);
        }
        var kind = due.get().code().name();
        return switch (codes.judge(tenant.id(), token.get(), due.get(), devices.of(tenant, request), code)) {
            case CodeProofs.Stands(var attempt) -> {
                cookies.keepAttempt(tenant, attempt, response);
                yield new ModelAndView("redirect:" + tenant.path("/recovery/password"));
            }
            case CodeProofs.Wrong() -> again(kind, tenant.words(language).say("recovery.code.wrong"));
            case CodeProofs.Locked() -> again(kind, tenant.words(language).say("recovery.code.locked"));
            case CodeProofs.LinkGone() -> view.linkUnusable(tenant);
        };
    }

    private static ModelAndView again(String kind, String error) {
        var page = page(kind, error);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    /** @param kind of code: its factor's name */
    private static ModelAndView page(String kind, String error) {
        return new ModelAndView("recovery/code", Map.of("kind", kind, "error", error));
    }
}
