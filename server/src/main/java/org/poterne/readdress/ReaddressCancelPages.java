package org.poterne.readdress;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import org.poterne.tenant.Tenant;
import org.poterne.token.LinkCookie;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** From the link at the old address to the end of a change that its holder does not want. */
@Controller
class ReaddressCancelPages {

    private static final ReaddressLink LINK = ReaddressLink.CANCEL;
    private static final String SURE = "sure";

    private final ReaddressAnswers answers;

    ReaddressCancelPages(ReaddressAnswers answers) {
        this.answers = answers;
    }

    @GetMapping("/{tenant}/address-change/cancel/open")
    String open(Tenant tenant, @RequestParam(defaultValue = "") String token, HttpServletResponse response) {
        cookie(tenant).keep(token, Steps.LIFE, response);
        return "redirect:" + tenant.path("/address-change/cancel");
    }

    @GetMapping("/{tenant}/address-change/cancel")
    ModelAndView ask(Tenant tenant, HttpServletRequest request) {
        return cookie(tenant)
                .read(request)
                .flatMap(token -> answers.look(tenant.id(), LINK, token))
                .map(change -> page(change, ""))
                .orElseGet(ReaddressCancelPages::linkUnusable);
    }

    /** A box to tick: gateways that send every form tick none (Outlook Safe Links). */
    @PostMapping("/{tenant}/address-change/cancel")
    ModelAndView cancel(
            Tenant tenant,
            Locale language,
            @RequestParam(defaultValue = "") String sure,
            HttpServletRequest request,
            HttpServletResponse response) {
        var token = cookie(tenant).read(request);
        var change = token.flatMap(good -> answers.look(tenant.id(), LINK, good));
        if (token.isEmpty() || change.isEmpty()) {
            return linkUnusable();
        }
        if (!sure.equals(SURE)) {
            var page = page(change.get(), tenant.words(language).say("readdress.cancel.not-sure"));
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        if (!answers.cancel(tenant.id(), token.get())) {
            return linkUnusable();
        }
        cookie(tenant).clear(response);
        return new ModelAndView("redirect:" + tenant.path("/recovery?notice=readdress.cancelled"));
    }

    private static ModelAndView page(Readdress change, String error) {
        return new ModelAndView("readdress/cancel", Map.of("change", change, "sure", SURE, "error", error));
    }

    /** One page for every reason, a change that is made by now among them. */
    static ModelAndView linkUnusable() {
        var page = new ModelAndView("readdress/link-unusable");
        page.setStatus(HttpStatus.GONE);
        return page;
    }

    private static LinkCookie cookie(Tenant tenant) {
        return new LinkCookie(tenant, LINK.word());
    }
}
