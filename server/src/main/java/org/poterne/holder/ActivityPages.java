package org.poterne.holder;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.poterne.audit.AuditLog;
import org.poterne.session.SignedInPerson;
import org.poterne.tenant.Tenant;
import org.poterne.words.Sentences;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** What happened to one's account of late. */
@Controller
class ActivityPages {

    private static final int OF_LATE = 50;

    private final OwnPages pages;
    private final AuditLog log;
    private final Sentences sentences;

    ActivityPages(OwnPages pages, AuditLog log, Sentences sentences) {
        this.pages = pages;
        this.log = log;
        this.sentences = sentences;
    }

    @GetMapping("/{tenant}/account/activity")
    ModelAndView activity(Tenant tenant, SignedInPerson person, Locale language) {
        var words = tenant.words(language);
        var shown = log.of(tenant.id(), person.account(), OF_LATE).stream()
                .map(entry -> ShownEvent.of(sentences, words, tenant, entry))
                .flatMap(Optional::stream)
                .toList();
        return pages.page(
                tenant, person, "holder/activity", Map.of("events", shown, "zone", PageTime.zone(words, tenant)));
    }
}
