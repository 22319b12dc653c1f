package org.poterne.holder;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.poterne.session.OwnSessions;
import org.poterne.session.SignedInPerson;
import org.poterne.tenant.Tenant;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Where one's account is open. */
@Controller
class SessionPages {

    private final OwnPages pages;
    private final OwnSessions sessions;

    SessionPages(OwnPages pages, OwnSessions sessions) {
        this.pages = pages;
        this.sessions = sessions;
    }

    @GetMapping("/{tenant}/account/sessions")
    ModelAndView list(Tenant tenant, SignedInPerson person, Locale language) {
        var words = tenant.words(language);
        var shown = sessions.of(tenant.id(), person.account()).stream()
                .map(session -> ShownSession.of(words, tenant, person, session))
                .toList();
        return pages.page(
                tenant,
                person,
                "holder/sessions",
                Map.of("sessions", List.copyOf(shown), "zone", PageTime.zone(words, tenant)));
    }
}
