package org.poterne.unbinding;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.poterne.tenant.Tenant;
import org.poterne.token.LinkCookie;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** From the link in a letter to the end of an unbinding that its holder does not want. */
@Controller
class CancelPages {

    private final Cancelling cancelling;

    CancelPages(Cancelling cancelling) {
        this.cancelling = cancelling;
    }

    @GetMapping("/{tenant}/lost-factors/cancel/open")
    String open(Tenant tenant, @RequestParam(defaultValue = "") String token, HttpServletResponse response) {
        cookie(tenant).keep(token, UnbindingMoves.LIFE, response);
        return "redirect:" + tenant.path("/lost-factors/cancel");
    }

    @GetMapping("/{tenant}/lost-factors/cancel")
    ModelAndView ask(Tenant tenant, HttpServletRequest request) {
        return cookie(tenant)
                .read(request)
                .flatMap(token -> cancelling.look(tenant.id(), token))
                .map(_ -> new ModelAndView("unbinding/cancel"))
                .orElseGet(CancelPages::linkUnusable);
    }

    /** Only the button itself sends {@code pressed}: a scanner that sends every form cancels nothing (FusionAuth #3099). */
    @PostMapping(value = "/{tenant}/lost-factors/cancel", params = "!pressed")
    ModelAndView notPressed(Tenant tenant, HttpServletRequest request) {
        return ask(tenant, request);
    }

    @PostMapping(value = "/{tenant}/lost-factors/cancel", params = "pressed")
    ModelAndView cancel(Tenant tenant, HttpServletRequest request, HttpServletResponse response) {
        var cancelled = cookie(tenant)
                .read(request)
                .filter(token -> cancelling.cancel(tenant.id(), token))
                .isPresent();
        if (!cancelled) {
            return linkUnusable();
        }
        cookie(tenant).clear(response);
        return new ModelAndView("redirect:" + tenant.path("/recovery?notice=unbinding.cancelled"));
    }

    /** One page for every reason: that the factors are gone by now is one of them. */
    private static ModelAndView linkUnusable() {
        var page = new ModelAndView("unbinding/link-unusable");
        page.setStatus(HttpStatus.GONE);
        return page;
    }

    private static LinkCookie cookie(Tenant tenant) {
        return new LinkCookie(tenant, "unbinding-cancel");
    }
}
