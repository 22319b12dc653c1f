package org.poterne.totp;

import java.util.Locale;
import java.util.Map;
import org.poterne.factor.Factors;
import org.poterne.session.Sensitive;
import org.poterne.session.SignedInPerson;
import org.poterne.tenant.Tenant;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One's own applications: which there are, the wish for one more, and one less. */
@Controller
class TotpPages {

    private final TotpApps apps;
    private final TotpOffers offers;
    private final TotpBinding binding;
    private final TotpFactor factor;
    private final Factors factors;

    TotpPages(TotpApps apps, TotpOffers offers, TotpBinding binding, TotpFactor factor, Factors factors) {
        this.apps = apps;
        this.offers = offers;
        this.binding = binding;
        this.factor = factor;
        this.factors = factors;
    }

    @GetMapping("/{tenant}/account/totp")
    ModelAndView list(Tenant tenant, SignedInPerson person, Locale language) {
        var words = tenant.words(language);
        var own = apps.of(tenant.id(), person.account());
        return new ModelAndView(
                "totp/apps",
                Map.of(
                        "apps",
                        own.stream().map(app -> ShownApp.of(words, tenant, app)).toList(),
                        "mayAdd",
                        factors.isOffered(tenant.id(), factor) && own.size() < TotpBinding.MOST));
    }

    @Sensitive
    @PostMapping("/{tenant}/account/totp")
    String begin(Tenant tenant, SignedInPerson person) {
        var mayAdd = factors.isOffered(tenant.id(), factor)
                && apps.of(tenant.id(), person.account()).size() < TotpBinding.MOST;
        if (mayAdd) {
            offers.begin(tenant.id(), person);
        }
        return "redirect:" + tenant.path(mayAdd ? "/account/totp/new" : TotpFactor.MANAGE);
    }

    @GetMapping("/{tenant}/account/totp/remove")
    ModelAndView sure(
            Tenant tenant, SignedInPerson person, Locale language, @RequestParam(defaultValue = "") String app) {
        return apps.find(tenant.id(), person.account(), app)
                .map(found -> sure(tenant, person, language, found))
                .orElseGet(() -> list(tenant, ""));
    }

    @Sensitive
    @PostMapping("/{tenant}/account/totp/remove")
    ModelAndView remove(
            Tenant tenant, SignedInPerson person, Locale language, @RequestParam(defaultValue = "") String app) {
        var found = apps.find(tenant.id(), person.account(), app);
        if (found.isEmpty()) {
            return list(tenant, "");
        }
        return switch (binding.remove(tenant.id(), person, found.get().id())) {
            case REMOVED -> list(tenant, "?notice=totp.removed");
            case GONE -> list(tenant, "");
            case NEEDED -> {
                var page = sure(tenant, person, language, found.get());
                page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
                yield page;
            }
        };
    }

    /** What it would leave is said before, and whether it may be. */
    private ModelAndView sure(Tenant tenant, SignedInPerson person, Locale language, TotpApp app) {
        var isLast = apps.of(tenant.id(), person.account()).size() == 1;
        return new ModelAndView(
                "totp/remove",
                Map.of(
                        "app", ShownApp.of(tenant.words(language), tenant, app),
                        "alone", isLast && factors.isAlone(tenant.id(), person.account(), factor),
                        "needed", isLast && factors.isNeeded(tenant.id(), person.account(), factor)));
    }

    private static ModelAndView list(Tenant tenant, String notice) {
        return new ModelAndView("redirect:" + tenant.path(TotpFactor.MANAGE + notice));
    }
}
