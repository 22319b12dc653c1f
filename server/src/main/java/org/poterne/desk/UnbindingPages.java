package org.poterne.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import org.poterne.agent.Act;
import org.poterne.agent.Deed;
import org.poterne.agent.Journal;
import org.poterne.desk.Deciding.Way;
import org.poterne.session.Sensitive;
import org.poterne.session.SignedInPerson;
import org.poterne.tenant.Tenant;
import org.poterne.unbinding.Unbinding;
import org.poterne.unbinding.Unbinding.State;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The second pair of eyes: factors that one agent proposes to remove, and another approves or refuses (ASVS 5.0 2.3.5). */
@Controller
class UnbindingPages {

    private final UnbindingView view;
    private final UnbindingCare care;
    private final Deciding deciding;
    private final Journal journal;

    UnbindingPages(UnbindingView view, UnbindingCare care, Deciding deciding, Journal journal) {
        this.view = view;
        this.care = care;
        this.deciding = deciding;
        this.journal = journal;
    }

    @GetMapping("/{tenant}/desk/unbindings/{id}")
    ModelAndView one(Tenant tenant, SignedInPerson agent, Locale language, @PathVariable String id) {
        var unbinding = unbinding(tenant, agent, id);
        journal.enter(
                tenant.id(),
                Deed.by(agent.account(), Act.UNBINDING_OPENED)
                        .on(unbinding.account())
                        .about(unbinding.request()));
        var decides =
                unbinding.state() == State.PROPOSED && !unbinding.proposedBy().equals(agent.account());
        return new ModelAndView(
                "desk/unbinding", Map.of("shown", view.shown(tenant, language, unbinding), "decides", decides));
    }

    @Sensitive
    @PostMapping("/{tenant}/desk/unbindings/{id}/approve")
    ModelAndView approve(Tenant tenant, SignedInPerson agent, @PathVariable String id, HttpServletResponse response) {
        var unbinding = unbinding(tenant, agent, id);
        return deciding.decide(
                tenant,
                agent,
                way(unbinding, "?notice=desk.unbinding-approved"),
                () -> care.approve(tenant.id(), unbinding, agent.account()),
                response);
    }

    @Sensitive
    @PostMapping("/{tenant}/desk/unbindings/{id}/refuse")
    ModelAndView refuse(Tenant tenant, SignedInPerson agent, @PathVariable String id, HttpServletResponse response) {
        var unbinding = unbinding(tenant, agent, id);
        return deciding.decide(
                tenant,
                agent,
                way(unbinding, "?notice=desk.unbinding-refused"),
                () -> care.refuse(tenant.id(), unbinding, agent.account()),
                response);
    }

    private static Way way(Unbinding unbinding, String notice) {
        return new Way("/desk/unbindings/" + unbinding.id(), "/desk/changes" + notice);
    }

    private Unbinding unbinding(Tenant tenant, SignedInPerson agent, String id) {
        return PathId.parse(id)
                .flatMap(parsed -> view.find(tenant, agent, parsed))
                .orElseThrow(Counter::notFound);
    }
}
