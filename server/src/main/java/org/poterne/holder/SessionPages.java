package org.poterne.holder;

import java.util.Locale;
import java.util.Map;
import org.poterne.device.KnownDevices;
import org.poterne.session.OwnSessions;
import org.poterne.session.SignedInPerson;
import org.poterne.tenant.Tenant;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Where one's account is open, and the browsers it knows. */
@Controller
class SessionPages {

    private final OwnPages pages;
    private final OwnSessions sessions;
    private final KnownDevices devices;

    SessionPages(OwnPages pages, OwnSessions sessions, KnownDevices devices) {
        this.pages = pages;
        this.sessions = sessions;
        this.devices = devices;
    }

    @GetMapping("/{tenant}/account/sessions")
    ModelAndView list(Tenant tenant, SignedInPerson person, Locale language) {
        var words = tenant.words(language);
        var shown = sessions.of(tenant.id(), person.account()).stream()
                .map(session -> ShownSession.of(words, tenant, person, session))
                .toList();
        var known = devices.list(tenant.id(), person.account()).stream()
                .map(device -> ShownDevice.of(words, tenant, device))
                .toList();
        return pages.page(
                tenant,
                person,
                "holder/sessions",
                Map.of("sessions", shown, "devices", known, "zone", PageTime.zone(words, tenant)));
    }
}
