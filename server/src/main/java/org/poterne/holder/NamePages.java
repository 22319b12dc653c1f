package org.poterne.holder;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.poterne.account.OwnAccount;
import org.poterne.account.PersonName;
import org.poterne.holder.ChangeOutcome.Made;
import org.poterne.holder.ChangeOutcome.PasswordRefused;
import org.poterne.holder.ChangeOutcome.TooOften;
import org.poterne.holder.TypedName.Refusal;
import org.poterne.session.SignedInPerson;
import org.poterne.tenant.Tenant;
import org.poterne.throttle.TooMany;
import org.poterne.words.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One's own name. */
@Controller
class NamePages {

    private static final String VIEW = "holder/name";

    private final OwnPages pages;
    private final OwnChanges changes;
    private final OwnAccount own;

    NamePages(OwnPages pages, OwnChanges changes, OwnAccount own) {
        this.pages = pages;
        this.changes = changes;
        this.own = own;
    }

    @GetMapping("/{tenant}/account/name")
    ModelAndView ask(Tenant tenant, SignedInPerson person) {
        return pages.page(
                tenant,
                person,
                VIEW,
                account -> Map.of("typed", new TypedName(account.givenName(), account.familyName())));
    }

    @PostMapping("/{tenant}/account/name")
    ModelAndView rename(
            Tenant tenant,
            SignedInPerson person,
            Locale language,
            @RequestParam Map<String, String> typed,
            HttpServletRequest request,
            HttpServletResponse response) {
        var name = TypedName.of(typed.getOrDefault("given-name", ""), typed.getOrDefault("family-name", ""));
        var errors = errors(tenant.words(language), name);
        if (!errors.isEmpty()) {
            return again(tenant, person, name, errors);
        }
        var outcome = changes.make(
                tenant.id(),
                person.account(),
                pages.typed(tenant, request),
                () -> own.rename(tenant.id(), person.account(), name.givenName(), name.familyName()));
        return switch (outcome) {
            case Made() -> new ModelAndView("redirect:" + tenant.path("/account?notice=holder.name-saved"));
            case PasswordRefused(var reason) ->
                again(
                        tenant,
                        person,
                        name,
                        Map.of("current", tenant.words(language).say(reason.key())));
            case TooOften(var pause) -> TooMany.page(pause, response);
        };
    }

    private ModelAndView again(Tenant tenant, SignedInPerson person, TypedName name, Map<String, String> errors) {
        return pages.again(tenant, person, VIEW, Map.of("typed", name, "errors", errors));
    }

    private static Map<String, String> errors(Words words, TypedName name) {
        var errors = new HashMap<String, String>();
        name.refusedGivenName().ifPresent(refusal -> errors.put("given-name", sentence(words, refusal)));
        name.refusedFamilyName().ifPresent(refusal -> errors.put("family-name", sentence(words, refusal)));
        return errors;
    }

    private static String sentence(Words words, Refusal refusal) {
        return words.say("holder.name.refused." + refusal.reason(), "characters", PersonName.LONGEST);
    }
}
