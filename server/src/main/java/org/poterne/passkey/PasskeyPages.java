package org.poterne.passkey;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.poterne.factor.Factors;
import org.poterne.session.Sensitive;
import org.poterne.session.SignedInPerson;
import org.poterne.tenant.Tenant;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One's own passkeys: which there are, what they are called, and their end. */
@Controller
class PasskeyPages {

    private final Passkeys passkeys;
    private final PasskeyBook book;
    private final OwnPasskeys own;
    private final PasskeyFactor factor;
    private final Factors factors;

    PasskeyPages(Passkeys passkeys, PasskeyBook book, OwnPasskeys own, PasskeyFactor factor, Factors factors) {
        this.passkeys = passkeys;
        this.book = book;
        this.own = own;
        this.factor = factor;
        this.factors = factors;
    }

    @GetMapping("/{tenant}/account/passkey")
    ModelAndView list(Tenant tenant, SignedInPerson person, Locale language) {
        var words = tenant.words(language);
        var shown = passkeys.list(tenant.id(), person.account()).stream()
                .map(passkey -> ShownPasskey.of(words, tenant, passkey))
                .toList();
        var mayAdd = passkeys.areOffered(tenant.id()) && shown.size() < PasskeyBook.PER_ACCOUNT;
        return new ModelAndView(
                "passkey/list", Map.of("passkeys", shown, "mayAdd", mayAdd, "most", PasskeyBook.PER_ACCOUNT));
    }

    @GetMapping("/{tenant}/account/passkey/{id}/name")
    ModelAndView askName(Tenant tenant, SignedInPerson person, @PathVariable String id) {
        return find(tenant, person, id)
                .map(passkey -> new ModelAndView("passkey/name", Map.of("passkey", passkey, "name", passkey.name())))
                .orElseGet(() -> list(tenant, ""));
    }

    @PostMapping("/{tenant}/account/passkey/{id}/name")
    ModelAndView rename(
            Tenant tenant,
            SignedInPerson person,
            Locale language,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String name) {
        var found = find(tenant, person, id);
        if (found.isEmpty()) {
            return list(tenant, "");
        }
        var parsed = PasskeyName.parse(name);
        if (parsed.isEmpty()) {
            return again(
                    "passkey/name",
                    Map.of(
                            "passkey",
                            found.get(),
                            "name",
                            name,
                            "error",
                            tenant.words(language).say("passkey.refused.name", "most", PasskeyName.LONGEST)));
        }
        book.rename(tenant.id(), person.account(), found.get().id(), parsed.get());
        return list(tenant, "?notice=passkey.renamed");
    }

    @GetMapping("/{tenant}/account/passkey/{id}/remove")
    ModelAndView askRemoval(Tenant tenant, SignedInPerson person, Locale language, @PathVariable String id) {
        return find(tenant, person, id)
                .map(passkey -> sure(tenant, person, language, passkey))
                .orElseGet(() -> list(tenant, ""));
    }

    @Sensitive
    @PostMapping("/{tenant}/account/passkey/{id}/remove")
    ModelAndView remove(Tenant tenant, SignedInPerson person, Locale language, @PathVariable String id) {
        var found = find(tenant, person, id);
        if (found.isEmpty()) {
            return list(tenant, "");
        }
        return switch (own.remove(tenant.id(), person, found.get().id())) {
            case REMOVED -> list(tenant, "?notice=passkey.removed");
            case GONE -> list(tenant, "");
            case NEEDED -> {
                var page = sure(tenant, person, language, found.get());
                page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
                yield page;
            }
        };
    }

    /** What it would leave is said before, and whether it may be. */
    private ModelAndView sure(Tenant tenant, SignedInPerson person, Locale language, Passkey passkey) {
        var isLast = passkeys.list(tenant.id(), person.account()).size() == 1;
        return new ModelAndView(
                "passkey/remove",
                Map.of(
                        "passkey", ShownPasskey.of(tenant.words(language), tenant, passkey),
                        "alone", isLast && factors.isAlone(tenant.id(), person.account(), factor),
                        "needed", isLast && factors.isNeeded(tenant.id(), person.account(), factor)));
    }

    /** Among this account's alone. */
    private Optional<Passkey> find(Tenant tenant, SignedInPerson person, String id) {
        return PasskeyId.parse(id)
                .flatMap(wanted -> passkeys.list(tenant.id(), person.account()).stream()
                        .filter(passkey -> passkey.id().equals(wanted))
                        .findFirst());
    }

    static ModelAndView list(Tenant tenant, String notice) {
        return new ModelAndView("redirect:" + tenant.path("/account/passkey" + notice));
    }

    static ModelAndView again(String view, Map<String, ?> model) {
        var page = new ModelAndView(view, model);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }
}
