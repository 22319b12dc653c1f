package org.poterne.holder;

import java.util.Locale;
import java.util.Map;
import org.poterne.account.OwnAccount;
import org.poterne.session.SignedInPerson;
import org.poterne.tenant.Tenant;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The language of one's pages and letters. It opens nothing and hides nothing: no password is asked for it. */
@Controller
class LanguagePages {

    private final OwnPages pages;
    private final OwnAccount own;

    LanguagePages(OwnPages pages, OwnAccount own) {
        this.pages = pages;
        this.own = own;
    }

    @GetMapping("/{tenant}/account/language")
    ModelAndView ask(Tenant tenant, SignedInPerson person) {
        return pages.page(tenant, person, "holder/language", Map.of());
    }

    /** @param language a tag of the page's own list; any other never came from it */
    @PostMapping("/{tenant}/account/language")
    ModelAndView save(Tenant tenant, SignedInPerson person, @RequestParam(defaultValue = "") String language) {
        Locale chosen = tenant.spoken(language).orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
        own.speak(tenant.id(), person.account(), chosen);
        return new ModelAndView("redirect:" + tenant.path("/account?notice=holder.language-saved"));
    }
}
