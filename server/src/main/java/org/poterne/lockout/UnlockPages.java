package org.poterne.lockout;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.poterne.tenant.Tenant;
import org.poterne.tenant.Tenants;
import org.poterne.token.LinkCookie;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** From the link in the letter to an open lock: by a button that a person presses, since scanners open links. */
@Controller
class UnlockPages {

    private final UnlockLinks links;
    private final Tenants tenants;

    UnlockPages(UnlockLinks links, Tenants tenants) {
        this.links = links;
        this.tenants = tenants;
    }

    @GetMapping("/{tenant}/unlock/open")
    String open(Tenant tenant, @RequestParam(defaultValue = "") String token, HttpServletResponse response) {
        cookie(tenant)
                .keep(token, tenants.policy(tenant.id(), LockoutPolicy.class).linkLife(), response);
        return "redirect:" + tenant.path("/unlock");
    }

    @GetMapping("/{tenant}/unlock")
    ModelAndView ask(Tenant tenant, HttpServletRequest request) {
        return cookie(tenant)
                .read(request)
                .filter(token -> links.isGood(tenant.id(), token))
                .map(_ -> new ModelAndView("lockout/unlock"))
                .orElseGet(UnlockPages::linkUnusable);
    }

    /**
     * Only the button itself sends {@code pressed}: a scanner that submits every form of a page unlocks nobody (Devise
     * #5788; FusionAuth #3099).
     */
    @PostMapping(value = "/{tenant}/unlock", params = "!pressed")
    ModelAndView notPressed(Tenant tenant, HttpServletRequest request) {
        return ask(tenant, request);
    }

    @PostMapping(value = "/{tenant}/unlock", params = "pressed")
    ModelAndView unlock(Tenant tenant, HttpServletRequest request, HttpServletResponse response) {
        var unlocked = cookie(tenant)
                .read(request)
                .filter(token -> links.unlock(tenant.id(), token))
                .isPresent();
        if (!unlocked) {
            return linkUnusable();
        }
        cookie(tenant).clear(response);
        return new ModelAndView("redirect:" + tenant.path("/sign-in?notice=lockout.unlocked"));
    }

    /** One page for every reason: a stranger learns nothing from a guessed link. */
    private static ModelAndView linkUnusable() {
        var page = new ModelAndView("lockout/link-unusable");
        page.setStatus(HttpStatus.GONE);
        return page;
    }

    private static LinkCookie cookie(Tenant tenant) {
        return new LinkCookie(tenant, "unlock");
    }
}
