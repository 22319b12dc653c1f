package org.poterne.desk;

import jakarta.servlet.http.HttpServletResponse;
import org.poterne.account.Account;
import org.poterne.account.AccountId;
import org.poterne.agent.Volume;
import org.poterne.agent.Volume.Kind;
import org.poterne.session.Sensitive;
import org.poterne.session.SignedInPerson;
import org.poterne.tenant.Tenant;
import org.poterne.throttle.TooMany;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** From a result to a request about that account, and to its verification; never straight to its sheet. */
@Controller
class ChoicePages {

    private final Counter counter;
    private final Handling handling;
    private final Volume volume;

    ChoicePages(Counter counter, Handling handling, Volume volume) {
        this.counter = counter;
        this.handling = handling;
        this.volume = volume;
    }

    /** Somebody is on the telephone, and nothing was asked in writing. */
    @Sensitive
    @PostMapping("/{tenant}/desk/calls")
    ModelAndView call(
            Tenant tenant,
            SignedInPerson agent,
            @RequestParam(defaultValue = "") String account,
            HttpServletResponse response) {
        var chosen = chosen(tenant, agent, account);
        return volume.spend(tenant.id(), agent.account(), Kind.ACTS)
                .map(pause -> TooMany.page(pause, response))
                .orElseGet(() -> {
                    var request = handling.call(tenant.id(), agent.account(), chosen.id());
                    return DeskPaths.to(DeskPaths.request(tenant, request));
                });
    }

    /** The account that a form may be about. A holder's own request is about theirs, and no other. */
    @Sensitive
    @PostMapping("/{tenant}/desk/requests/{number}/account")
    ModelAndView choose(
            Tenant tenant,
            SignedInPerson agent,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String account,
            HttpServletResponse response) {
        var request = counter.request(tenant.id(), agent.account(), number);
        var chosen = chosen(tenant, agent, account);
        return volume.spend(tenant.id(), agent.account(), Kind.ACTS)
                .map(pause -> TooMany.page(pause, response))
                .orElseGet(() -> DeskPaths.to(
                        handling.choose(tenant.id(), request, agent.account(), chosen.id())
                                ? DeskPaths.request(tenant, request) + "/verification"
                                : DeskPaths.request(tenant, request)));
    }

    /** A text of the outside world: whatever is no account within reach is none at all. */
    private Account chosen(Tenant tenant, SignedInPerson agent, String text) {
        return AccountId.parse(text)
                .map(id -> counter.account(tenant.id(), agent.account(), id))
                .orElseThrow(Counter::notFound);
    }
}
