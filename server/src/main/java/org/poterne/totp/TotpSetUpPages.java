package org.poterne.totp;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.poterne.account.Accounts;
import org.poterne.session.Sensitive;
import org.poterne.session.SignedInPerson;
import org.poterne.tenant.Tenant;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page with the image, the key, and the first code. */
@Controller
class TotpSetUpPages {

    private final TotpOffers offers;
    private final TotpBinding binding;
    private final Accounts accounts;

    TotpSetUpPages(TotpOffers offers, TotpBinding binding, Accounts accounts) {
        this.offers = offers;
        this.binding = binding;
        this.accounts = accounts;
    }

    @GetMapping("/{tenant}/account/totp/new")
    ModelAndView show(Tenant tenant, SignedInPerson person, Locale language) {
        return page(tenant, person, Map.of("name", tenant.words(language).say("totp.new.name-proposed")));
    }

    @Sensitive
    @PostMapping("/{tenant}/account/totp/new")
    ModelAndView prove(
            Tenant tenant,
            SignedInPerson person,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String code) {
        return switch (binding.bind(tenant.id(), person, name, code)) {
            case BOUND -> new ModelAndView("redirect:" + tenant.path(TotpFactor.MANAGE + "?notice=totp.added"));
            case WRONG_CODE -> again(page(tenant, person, Map.of("name", name, "codeReason", "totp.refused.first")));
            case UNREADABLE_NAME ->
                again(page(tenant, person, Map.of("name", name, "nameReason", "totp.refused.name")));
            case NOTHING_OFFERED -> new ModelAndView("redirect:" + tenant.path(TotpFactor.MANAGE));
        };
    }

    /** Nothing to set up, or not in this session: back to where one begins. */
    private ModelAndView page(Tenant tenant, SignedInPerson person, Map<String, String> typed) {
        var seed = offers.of(tenant.id(), person);
        var account = accounts.find(tenant.id(), person.account());
        if (seed.isEmpty() || account.isEmpty()) {
            return new ModelAndView("redirect:" + tenant.path(TotpFactor.MANAGE));
        }
        var model = new HashMap<String, Object>(typed);
        model.put("setUp", SetUpView.of(tenant, account.get().email().given(), seed.get()));
        return new ModelAndView("totp/new", model);
    }

    private static ModelAndView again(ModelAndView page) {
        if (page.getModel().containsKey("setUp")) {
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return page;
    }
}
