package org.poterne.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import org.poterne.agent.Act;
import org.poterne.agent.Deed;
import org.poterne.agent.Journal;
import org.poterne.desk.Deciding.Way;
import org.poterne.readdress.Readdress;
import org.poterne.readdress.Readdress.State;
import org.poterne.session.Sensitive;
import org.poterne.session.SignedInPerson;
import org.poterne.tenant.Tenant;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The second pair of eyes, and all that waits for it: addresses that one agent proposed and another approves or refuses (ASVS 5.0 2.3.5). */
@Controller
class ChangePages {

    private final ChangeView view;
    private final Proposing proposing;
    private final UnbindingView unbindings;
    private final Deciding deciding;
    private final Journal journal;

    ChangePages(ChangeView view, Proposing proposing, UnbindingView unbindings, Deciding deciding, Journal journal) {
        this.view = view;
        this.proposing = proposing;
        this.unbindings = unbindings;
        this.deciding = deciding;
        this.journal = journal;
    }

    @GetMapping("/{tenant}/desk/changes")
    ModelAndView list(Tenant tenant, SignedInPerson agent, Locale language) {
        journal.enter(tenant.id(), Deed.by(agent.account(), Act.CHANGES_OPENED));
        return new ModelAndView(
                "desk/changes",
                Map.of(
                        "changes",
                        view.ofLate(tenant, agent, language),
                        "unbindings",
                        unbindings.ofLate(tenant, agent, language)));
    }

    @GetMapping("/{tenant}/desk/changes/{id}")
    ModelAndView one(Tenant tenant, SignedInPerson agent, Locale language, @PathVariable String id) {
        var change = change(tenant, agent, id);
        journal.enter(
                tenant.id(),
                Deed.by(agent.account(), Act.CHANGE_OPENED).on(change.account()).about(change.request()));
        var decides = change.state() == State.PROPOSED && !change.proposedBy().equals(agent.account());
        return new ModelAndView(
                "desk/change", Map.of("change", view.shown(tenant, language, change), "decides", decides));
    }

    @Sensitive
    @PostMapping("/{tenant}/desk/changes/{id}/approve")
    ModelAndView approve(Tenant tenant, SignedInPerson agent, @PathVariable String id, HttpServletResponse response) {
        var change = change(tenant, agent, id);
        return deciding.decide(
                tenant,
                agent,
                way(change, "?notice=desk.change-approved"),
                () -> proposing.approve(tenant.id(), change, agent.account()),
                response);
    }

    @Sensitive
    @PostMapping("/{tenant}/desk/changes/{id}/refuse")
    ModelAndView refuse(Tenant tenant, SignedInPerson agent, @PathVariable String id, HttpServletResponse response) {
        var change = change(tenant, agent, id);
        return deciding.decide(
                tenant,
                agent,
                way(change, "?notice=desk.change-refused"),
                () -> proposing.refuse(tenant.id(), change, agent.account()),
                response);
    }

    private static Way way(Readdress change, String notice) {
        return new Way("/desk/changes/" + change.id(), "/desk/changes" + notice);
    }

    private Readdress change(Tenant tenant, SignedInPerson agent, String id) {
        return PathId.parse(id)
                .flatMap(parsed -> view.find(tenant, agent, parsed))
                .orElseThrow(Counter::notFound);
    }
}
