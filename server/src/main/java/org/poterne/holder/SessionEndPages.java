package org.poterne.holder;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.poterne.holder.ChangeOutcome.Made;
import org.poterne.holder.ChangeOutcome.PasswordRefused;
import org.poterne.holder.ChangeOutcome.TooOften;
import org.poterne.session.OwnSessions;
import org.poterne.session.SessionHandle;
import org.poterne.session.SignedInPerson;
import org.poterne.tenant.Tenant;
import org.poterne.throttle.TooMany;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Ending one of one's sessions, or all others, once the password is typed again (ASVS 7.5.2). */
@Controller
class SessionEndPages {

    private static final String ONE = "holder/end-session";
    private static final String OTHERS = "holder/end-others";

    private final OwnPages pages;
    private final OwnSessions sessions;
    private final OwnChanges changes;

    SessionEndPages(OwnPages pages, OwnSessions sessions, OwnChanges changes) {
        this.pages = pages;
        this.sessions = sessions;
        this.changes = changes;
    }

    @GetMapping("/{tenant}/account/sessions/end")
    ModelAndView askOne(
            Tenant tenant, SignedInPerson person, Locale language, @RequestParam(defaultValue = "") String session) {
        return shown(tenant, person, language, session)
                .map(found -> pages.page(tenant, person, ONE, Map.of("session", found)))
                .orElseGet(() -> list(tenant, ""));
    }

    @PostMapping("/{tenant}/account/sessions/end")
    ModelAndView endOne(
            Tenant tenant,
            SignedInPerson person,
            Locale language,
            @RequestParam(defaultValue = "") String session,
            HttpServletRequest request,
            HttpServletResponse response) {
        var found = shown(tenant, person, language, session);
        if (found.isEmpty()) {
            return list(tenant, "");
        }
        var handle = SessionHandle.parse(found.get().handle()).orElseThrow();
        var outcome = changes.make(
                tenant.id(),
                person.account(),
                pages.typed(tenant, request),
                () -> sessions.end(tenant.id(), person.account(), handle));
        return switch (outcome) {
            case Made() -> list(tenant, "?notice=holder.session-ended");
            case PasswordRefused(var reason) ->
                pages.again(
                        tenant,
                        person,
                        ONE,
                        Map.of(
                                "session",
                                found.get(),
                                "error",
                                tenant.words(language).say(reason.key())));
            case TooOften(var pause) -> TooMany.page(pause, response);
        };
    }

    @GetMapping("/{tenant}/account/sessions/end-others")
    ModelAndView askOthers(Tenant tenant, SignedInPerson person) {
        return pages.page(tenant, person, OTHERS, Map.of());
    }

    @PostMapping("/{tenant}/account/sessions/end-others")
    ModelAndView endOthers(
            Tenant tenant,
            SignedInPerson person,
            Locale language,
            HttpServletRequest request,
            HttpServletResponse response) {
        var outcome = changes.make(
                tenant.id(),
                person.account(),
                pages.typed(tenant, request),
                () -> sessions.endOthers(tenant.id(), person.account(), person.session()));
        return switch (outcome) {
            case Made() -> list(tenant, "?notice=holder.others-ended");
            case PasswordRefused(var reason) ->
                pages.again(
                        tenant,
                        person,
                        OTHERS,
                        Map.of("error", tenant.words(language).say(reason.key())));
            case TooOften(var pause) -> TooMany.page(pause, response);
        };
    }

    /** One of this person's own, and not the one this page is read in: that one has its sign-out. */
    private Optional<ShownSession> shown(Tenant tenant, SignedInPerson person, Locale language, String handle) {
        return sessions.of(tenant.id(), person.account()).stream()
                .filter(session -> session.handle().toString().equals(handle))
                .filter(session -> !session.handle().equals(person.session()))
                .map(session -> ShownSession.of(tenant.words(language), tenant, person, session))
                .findFirst();
    }

    private static ModelAndView list(Tenant tenant, String notice) {
        return new ModelAndView("redirect:" + tenant.path("/account/sessions" + notice));
    }
}
