package org.poterne.readdress;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.poterne.tenant.Tenant;
import org.poterne.token.LinkCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** From the link at the new address to the button that says it is read. It changes no account: only the day's round does. */
@Controller
class ReaddressConfirmPages {

    private static final ReaddressLink LINK = ReaddressLink.CONFIRM;

    private final ReaddressAnswers answers;

    ReaddressConfirmPages(ReaddressAnswers answers) {
        this.answers = answers;
    }

    @GetMapping("/{tenant}/address-change/confirm/open")
    String open(Tenant tenant, @RequestParam(defaultValue = "") String token, HttpServletResponse response) {
        cookie(tenant).keep(token, Steps.LIFE, response);
        return "redirect:" + tenant.path("/address-change/confirm");
    }

    @GetMapping("/{tenant}/address-change/confirm")
    ModelAndView ask(Tenant tenant, HttpServletRequest request) {
        return cookie(tenant)
                .read(request)
                .flatMap(token -> answers.look(tenant.id(), LINK, token))
                .map(change -> new ModelAndView("readdress/confirm", Map.of("change", change)))
                .orElseGet(ReaddressCancelPages::linkUnusable);
    }

    /** Only the button itself sends {@code pressed}: a scanner that sends every form confirms nothing (FusionAuth #3099). */
    @PostMapping(value = "/{tenant}/address-change/confirm", params = "!pressed")
    ModelAndView notPressed(Tenant tenant, HttpServletRequest request) {
        return ask(tenant, request);
    }

    @PostMapping(value = "/{tenant}/address-change/confirm", params = "pressed")
    ModelAndView confirm(Tenant tenant, HttpServletRequest request, HttpServletResponse response) {
        var confirmed = cookie(tenant)
                .read(request)
                .filter(token -> answers.confirm(tenant.id(), token))
                .isPresent();
        if (!confirmed) {
            return ReaddressCancelPages.linkUnusable();
        }
        cookie(tenant).clear(response);
        return new ModelAndView("redirect:" + tenant.path("/sign-in?notice=readdress.confirmed"));
    }

    private static LinkCookie cookie(Tenant tenant) {
        return new LinkCookie(tenant, LINK.word());
    }
}
