package org.poterne.email;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import org.poterne.email.UndoOutcome.LinkUnusable;
import org.poterne.email.UndoOutcome.Restored;
import org.poterne.tenant.Tenant;
import org.poterne.token.LinkCookie;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** From the link at the old address to the account as it was; then to a new password. */
@Controller
class UndoPages {

    private static final String SURE = "sure";

    private final AddressRestoration restoration;
    private final ChangeLinks links;

    UndoPages(AddressRestoration restoration, ChangeLinks links) {
        this.restoration = restoration;
        this.links = links;
    }

    @GetMapping("/{tenant}/account/email/undo/open")
    String open(Tenant tenant, @RequestParam(defaultValue = "") String token, HttpServletResponse response) {
        cookie(tenant).keep(token, ConfirmPages.LIFE, response);
        return "redirect:" + tenant.path("/account/email/undo");
    }

    @GetMapping("/{tenant}/account/email/undo")
    ModelAndView ask(Tenant tenant, HttpServletRequest request) {
        return cookie(tenant)
                .read(request)
                .flatMap(token -> links.look(tenant.id(), ChangeLink.UNDO, token))
                .map(change -> page(change, ""))
                .orElseGet(ConfirmPages::linkUnusable);
    }

    /** A box to tick: gateways that send every form tick none (Outlook Safe Links). */
    @PostMapping("/{tenant}/account/email/undo")
    ModelAndView undo(
            Tenant tenant,
            Locale language,
            @RequestParam(defaultValue = "") String sure,
            HttpServletRequest request,
            HttpServletResponse response) {
        var token = cookie(tenant).read(request);
        var change = token.flatMap(good -> links.look(tenant.id(), ChangeLink.UNDO, good));
        if (token.isEmpty() || change.isEmpty()) {
            return ConfirmPages.linkUnusable();
        }
        if (!sure.equals(SURE)) {
            var page = page(change.get(), tenant.words(language).say("email.undo.not-sure"));
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        return switch (restoration.restore(tenant.id(), token.get())) {
            case Restored() -> {
                cookie(tenant).clear(response);
                yield new ModelAndView("redirect:" + tenant.path("/recovery?notice=email.restored"));
            }
            case LinkUnusable() -> ConfirmPages.linkUnusable();
        };
    }

    private static ModelAndView page(AddressChange change, String error) {
        return new ModelAndView("email/undo", Map.of("address", change.from().given(), "sure", SURE, "error", error));
    }

    private static LinkCookie cookie(Tenant tenant) {
        return new LinkCookie(tenant, "email-undo");
    }
}
