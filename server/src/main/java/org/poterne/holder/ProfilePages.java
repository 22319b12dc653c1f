package org.poterne.holder;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import org.poterne.holder.ChangeOutcome.Made;
import org.poterne.holder.ChangeOutcome.PasswordRefused;
import org.poterne.holder.ChangeOutcome.TooOften;
import org.poterne.profile.FormField;
import org.poterne.profile.TypedProfile;
import org.poterne.session.SignedInPerson;
import org.poterne.tenant.Tenant;
import org.poterne.throttle.TooMany;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One's own name, and all else that the tenant asks. */
@Controller
class ProfilePages {

    private static final String VIEW = "holder/profile";

    private final OwnPages pages;
    private final OwnChanges changes;
    private final OwnProfile profiles;

    ProfilePages(OwnPages pages, OwnChanges changes, OwnProfile profiles) {
        this.pages = pages;
        this.changes = changes;
        this.profiles = profiles;
    }

    @GetMapping("/{tenant}/account/profile")
    ModelAndView ask(Tenant tenant, SignedInPerson person, Locale language) {
        return pages.page(
                tenant,
                person,
                VIEW,
                account -> model(tenant, language, profiles.kept(tenant.id(), account), Map.of()));
    }

    @PostMapping("/{tenant}/account/profile")
    ModelAndView save(
            Tenant tenant,
            SignedInPerson person,
            Locale language,
            @RequestParam Map<String, String> sent,
            HttpServletRequest request,
            HttpServletResponse response) {
        var typed = profiles.sent(tenant.id(), sent);
        var words = tenant.words(language);
        var errors = typed.errors(words);
        if (!errors.isEmpty()) {
            return again(tenant, person, language, typed, errors);
        }
        var outcome = changes.make(
                tenant.id(),
                person.account(),
                pages.typed(tenant, request),
                () -> profiles.save(tenant.id(), person.account(), typed.profile()));
        return switch (outcome) {
            case Made() -> new ModelAndView("redirect:" + tenant.path("/account?notice=holder.profile-saved"));
            case PasswordRefused(var reason) ->
                again(tenant, person, language, typed, Map.of("current", words.say(reason.key())));
            case TooOften(var pause) -> TooMany.page(pause, response);
        };
    }

    private ModelAndView again(
            Tenant tenant, SignedInPerson person, Locale language, TypedProfile typed, Map<String, String> errors) {
        return pages.again(tenant, person, VIEW, model(tenant, language, typed, errors));
    }

    private static Map<String, Object> model(
            Tenant tenant, Locale language, TypedProfile typed, Map<String, String> errors) {
        var words = tenant.words(language);
        return Map.of(
                "fields",
                typed.fields().stream()
                        .map(field -> FormField.of(field, words, typed, errors))
                        .toList(),
                "errors",
                errors);
    }
}
