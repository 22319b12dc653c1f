package org.poterne.holder;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import org.poterne.holder.ChangeOutcome.Made;
import org.poterne.holder.ChangeOutcome.PasswordRefused;
import org.poterne.holder.ChangeOutcome.TooOften;
import org.poterne.session.CurrentSession;
import org.poterne.session.SignedInPerson;
import org.poterne.tenant.Tenant;
import org.poterne.throttle.TooMany;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Deleting one's account: what goes, what stays, and the password. */
@Controller
class DeletePages {

    private static final String VIEW = "holder/delete";

    private final OwnPages pages;
    private final OwnChanges changes;
    private final AccountDeletion deletion;
    private final CurrentSession currentSession;

    DeletePages(OwnPages pages, OwnChanges changes, AccountDeletion deletion, CurrentSession currentSession) {
        this.pages = pages;
        this.changes = changes;
        this.deletion = deletion;
        this.currentSession = currentSession;
    }

    @GetMapping("/{tenant}/account/delete")
    ModelAndView explain(Tenant tenant, SignedInPerson person) {
        return pages.page(tenant, person, VIEW, Map.of("obstacle", obstacle(tenant, person)));
    }

    @PostMapping("/{tenant}/account/delete")
    ModelAndView delete(
            Tenant tenant,
            SignedInPerson person,
            Locale language,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!obstacle(tenant, person).isEmpty()) {
            return pages.again(tenant, person, VIEW, Map.of("obstacle", obstacle(tenant, person)));
        }
        var outcome = changes.make(
                tenant.id(),
                person.account(),
                pages.typed(tenant, request),
                () -> deletion.delete(tenant.id(), person.account(), language));
        return switch (outcome) {
            case Made()
            when !obstacle(tenant, person).isEmpty() -> // it came while the password was compared
                new ModelAndView("redirect:" + tenant.path("/account/delete"));
            case Made() -> {
                currentSession.end(tenant, request, response);
                yield new ModelAndView("redirect:" + tenant.path("/sign-in?notice=holder.account-deleted"));
            }
            case PasswordRefused(var reason) ->
                pages.again(
                        tenant,
                        person,
                        VIEW,
                        Map.of("error", tenant.words(language).say(reason.key())));
            case TooOften(var pause) -> TooMany.page(pause, response);
        };
    }

    /** Of an account that is gone, nothing. */
    private String obstacle(Tenant tenant, SignedInPerson person) {
        return deletion.obstacle(tenant.id(), person.account()).orElse("");
    }
}
