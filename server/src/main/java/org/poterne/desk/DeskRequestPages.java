package org.poterne.desk;

import java.util.Locale;
import java.util.Map;
import org.poterne.agent.Act;
import org.poterne.agent.Deed;
import org.poterne.agent.Journal;
import org.poterne.assistance.AssistanceRequest;
import org.poterne.assistance.AssistanceRequest.Result;
import org.poterne.session.Sensitive;
import org.poterne.session.SignedInPerson;
import org.poterne.tenant.Tenant;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One request: taken, given back, closed with what came of it. */
@Controller
class DeskRequestPages {

    private final Counter counter;
    private final DeskRequestView view;
    private final Handling handling;
    private final Journal journal;

    DeskRequestPages(Counter counter, DeskRequestView view, Handling handling, Journal journal) {
        this.counter = counter;
        this.view = view;
        this.handling = handling;
        this.journal = journal;
    }

    @GetMapping("/{tenant}/desk/requests/{number}")
    ModelAndView look(Tenant tenant, SignedInPerson agent, Locale language, @PathVariable String number) {
        var request = counter.request(tenant.id(), agent.account(), number);
        var deed = Deed.by(agent.account(), Act.REQUEST_OPENED).about(request.id());
        journal.enter(tenant.id(), request.account().map(deed::on).orElse(deed));
        return view.page(tenant, agent, language, request);
    }

    @Sensitive
    @PostMapping("/{tenant}/desk/requests/{number}/take")
    ModelAndView take(Tenant tenant, SignedInPerson agent, @PathVariable String number) {
        var request = counter.request(tenant.id(), agent.account(), number);
        handling.take(tenant.id(), request, agent.account()); // whoever was slower sees in whose hands it is
        return DeskPaths.to(DeskPaths.request(tenant, request));
    }

    @Sensitive
    @PostMapping("/{tenant}/desk/requests/{number}/give-back")
    ModelAndView giveBack(Tenant tenant, SignedInPerson agent, @PathVariable String number) {
        var request = counter.request(tenant.id(), agent.account(), number);
        return handling.giveBack(tenant.id(), request, agent.account())
                ? DeskPaths.to(tenant.path("/desk?notice=desk.given-back"))
                : DeskPaths.to(DeskPaths.request(tenant, request));
    }

    @Sensitive
    @PostMapping("/{tenant}/desk/requests/{number}/close")
    ModelAndView close(
            Tenant tenant,
            SignedInPerson agent,
            Locale language,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String result) {
        var request = counter.request(tenant.id(), agent.account(), number);
        var came = Result.parse(result).filter(chosen -> !chosen.isOfTwo());
        if (came.isEmpty()) {
            return again(tenant, agent, language, request);
        }
        return handling.close(tenant.id(), request, agent.account(), came.get())
                ? DeskPaths.to(tenant.path("/desk?notice=desk.closed"))
                : DeskPaths.to(DeskPaths.request(tenant, request));
    }

    private ModelAndView again(Tenant tenant, SignedInPerson agent, Locale language, AssistanceRequest request) {
        var error = tenant.words(language).say("desk.close.missing");
        var page = view.page(tenant, agent, language, request, Map.of("result", error));
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }
}
