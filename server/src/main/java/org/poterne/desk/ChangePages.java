package org.poterne.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.poterne.agent.Act;
import org.poterne.agent.Deed;
import org.poterne.agent.Journal;
import org.poterne.agent.Volume;
import org.poterne.agent.Volume.Kind;
import org.poterne.readdress.Decision;
import org.poterne.readdress.Decision.Decided;
import org.poterne.readdress.Decision.NotYours;
import org.poterne.readdress.Decision.Over;
import org.poterne.readdress.Readdress;
import org.poterne.readdress.Readdress.State;
import org.poterne.session.Sensitive;
import org.poterne.session.SignedInPerson;
import org.poterne.tenant.Tenant;
import org.poterne.throttle.TooMany;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The second pair of eyes: addresses that one agent proposed and another approves or refuses (ASVS 5.0 2.3.5). */
@Controller
class ChangePages {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final ChangeView view;
    private final Proposing proposing;
    private final Volume volume;
    private final Journal journal;

    ChangePages(ChangeView view, Proposing proposing, Volume volume, Journal journal) {
        this.view = view;
        this.proposing = proposing;
        this.volume = volume;
        this.journal = journal;
    }

    @GetMapping("/{tenant}/desk/changes")
    ModelAndView list(Tenant tenant, SignedInPerson agent, Locale language) {
        journal.enter(tenant.id(), Deed.by(agent.account(), Act.CHANGES_OPENED));
        return new ModelAndView("desk/changes", Map.of("changes", view.ofLate(tenant, agent, language)));
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
        return counted(tenant, agent, response)
                .orElseGet(() -> next(
                        tenant,
                        change,
                        proposing.approve(tenant.id(), change, agent.account()),
                        "?notice=desk.change-approved"));
    }

    @Sensitive
    @PostMapping("/{tenant}/desk/changes/{id}/refuse")
    ModelAndView refuse(Tenant tenant, SignedInPerson agent, @PathVariable String id, HttpServletResponse response) {
        var change = change(tenant, agent, id);
        return counted(tenant, agent, response)
                .orElseGet(() -> next(
                        tenant,
                        change,
                        proposing.refuse(tenant.id(), change, agent.account()),
                        "?notice=desk.change-refused"));
    }

    private Optional<ModelAndView> counted(Tenant tenant, SignedInPerson agent, HttpServletResponse response) {
        return volume.spend(tenant.id(), agent.account(), Kind.ACTS).map(pause -> TooMany.page(pause, response));
    }

    /** Its own page says why it is not, or no longer, theirs to decide. */
    private static ModelAndView next(Tenant tenant, Readdress change, Decision decision, String done) {
        return switch (decision) {
            case Decided() -> DeskPaths.to(tenant.path("/desk/changes" + done));
            case NotYours() -> DeskPaths.to(tenant.path("/desk/changes/" + change.id()));
            case Over() -> DeskPaths.to(tenant.path("/desk/changes/" + change.id()));
        };
    }

    private Readdress change(Tenant tenant, SignedInPerson agent, String id) {
        return Optional.of(id)
                .filter(text -> ID.matcher(text).matches())
                .map(UUID::fromString)
                .flatMap(parsed -> view.find(tenant, agent, parsed))
                .orElseThrow(Counter::notFound);
    }
}
