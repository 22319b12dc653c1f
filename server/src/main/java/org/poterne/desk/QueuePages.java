package org.poterne.desk;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.poterne.agent.Act;
import org.poterne.agent.Agents;
import org.poterne.agent.Deed;
import org.poterne.agent.Journal;
import org.poterne.assistance.AssistanceRequest;
import org.poterne.assistance.Requests;
import org.poterne.session.SignedInPerson;
import org.poterne.tenant.Tenant;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The queue: who waits, the longest first. */
@Controller
class QueuePages {

    private static final int SHOWN = 100;

    private final Counter counter;
    private final Requests requests;
    private final Agents agents;
    private final Journal journal;
    private final Clock clock;

    QueuePages(Counter counter, Requests requests, Agents agents, Journal journal, Clock clock) {
        this.counter = counter;
        this.requests = requests;
        this.agents = agents;
        this.journal = journal;
        this.clock = clock;
    }

    @GetMapping("/{tenant}/desk")
    ModelAndView queue(Tenant tenant, SignedInPerson agent, Locale language) {
        journal.enter(tenant.id(), Deed.by(agent.account(), Act.QUEUE_OPENED));
        var shown = requests.open(tenant.id(), SHOWN).stream()
                .filter(request -> counter.isReachable(tenant.id(), agent.account(), request))
                .map(request -> shown(tenant, language, request))
                .toList();
        return new ModelAndView("desk/queue", Map.of("requests", shown, "query", "", "error", ""));
    }

    private QueuedRequest shown(Tenant tenant, Locale language, AssistanceRequest request) {
        var words = tenant.words(language);
        return new QueuedRequest(
                request,
                ShownTime.age(words, Duration.between(request.askedAt(), clock.instant())),
                ShownTime.of(words, tenant, request.askedAt()),
                request.agent().map(holder -> agents.name(tenant.id(), holder)).orElse(""));
    }
}
