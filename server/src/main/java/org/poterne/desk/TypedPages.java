package org.poterne.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import org.poterne.agent.Act;
import org.poterne.agent.Deed;
import org.poterne.agent.Journal;
import org.poterne.agent.Volume;
import org.poterne.agent.Volume.Kind;
import org.poterne.session.Sensitive;
import org.poterne.session.SignedInPerson;
import org.poterne.tenant.Tenant;
import org.poterne.throttle.TooMany;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The address that was typed with a request, shown to its agent for a reason. */
@Controller
class TypedPages {

    private final Counter counter;
    private final DeskRequestView view;
    private final Journal journal;
    private final Volume volume;

    TypedPages(Counter counter, DeskRequestView view, Journal journal, Volume volume) {
        this.counter = counter;
        this.view = view;
        this.journal = journal;
        this.volume = volume;
    }

    @Sensitive
    @PostMapping("/{tenant}/desk/requests/{number}/reveal")
    ModelAndView reveal(
            Tenant tenant,
            SignedInPerson agent,
            Locale language,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String reason,
            HttpServletResponse response) {
        var request = counter.request(tenant.id(), agent.account(), number);
        if (!request.isInHandsOf(agent.account())) {
            return DeskPaths.to(DeskPaths.request(tenant, request));
        }
        var good = Reason.parse(reason);
        if (good.isEmpty()) {
            var error = tenant.words(language).say("desk.reveal.reason-missing");
            var page = view.page(tenant, agent, language, request, Map.of("reason", error));
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        return volume.spend(tenant.id(), agent.account(), Kind.ACTS)
                .map(pause -> TooMany.page(pause, response))
                .orElseGet(() -> {
                    var deed = Deed.by(agent.account(), Act.TYPED_REVEALED).about(request.id());
                    journal.enter(tenant.id(), deed, good.get().text());
                    return DeskPaths.to(DeskPaths.request(tenant, request));
                });
    }
}
