package org.poterne.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import org.poterne.agent.Act;
import org.poterne.agent.Journal;
import org.poterne.desk.SheetGate.Open;
import org.poterne.session.Sensitive;
import org.poterne.session.SignedInPerson;
import org.poterne.tenant.Tenant;
import org.poterne.unbinding.LossReport;
import org.poterne.unbinding.ProposalOutcome.NotPossible;
import org.poterne.unbinding.ProposalOutcome.Proposed;
import org.poterne.unbinding.Standing;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One agent reports that somebody has lost every second factor; it waits for another agent. */
@Controller
class LossPages {

    private final SheetGate gate;
    private final Offers offers;
    private final UnbindingCare care;
    private final UnbindingView view;
    private final Journal journal;

    LossPages(SheetGate gate, Offers offers, UnbindingCare care, UnbindingView view, Journal journal) {
        this.gate = gate;
        this.offers = offers;
        this.care = care;
        this.view = view;
        this.journal = journal;
    }

    /** It shows what the account holds: that is written down. */
    @GetMapping("/{tenant}/desk/requests/{number}/sheet/unbinding")
    ModelAndView form(Tenant tenant, SignedInPerson agent, Locale language, @PathVariable String number) {
        return gate.look(tenant, agent, number, open -> {
            if (offers.unbinding(tenant.id(), open.account()) != Standing.POSSIBLE) {
                return sheet(tenant, open);
            }
            journal.enter(tenant.id(), open.deed(agent, Act.UNBINDING_FORM_OPENED));
            return page(tenant, language, open, "", "");
        });
    }

    @Sensitive
    @PostMapping("/{tenant}/desk/requests/{number}/sheet/unbinding")
    ModelAndView propose(
            Tenant tenant,
            SignedInPerson agent,
            Locale language,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String reason,
            HttpServletResponse response) {
        return Reason.parse(reason)
                .map(good -> gate.act(tenant, agent, number, response, open -> propose(tenant, agent, open, good)))
                .orElseGet(() -> gate.look(tenant, agent, number, open -> again(tenant, language, open, reason)));
    }

    private ModelAndView propose(Tenant tenant, SignedInPerson agent, Open open, Reason reason) {
        var report = new LossReport(
                agent.account(), open.account().id(), open.request().id(), reason.text());
        return switch (care.propose(tenant.id(), open.request(), report)) {
            case Proposed() ->
                DeskPaths.to(DeskPaths.request(tenant, open.request()) + "?notice=desk.unbinding-proposed");
            case NotPossible() -> sheet(tenant, open);
        };
    }

    private ModelAndView again(Tenant tenant, Locale language, Open open, String reason) {
        var error = tenant.words(language).say("desk.reveal.reason-missing");
        var page = page(tenant, language, open, reason, error);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private ModelAndView page(Tenant tenant, Locale language, Open open, String reason, String error) {
        var factors = view.held(tenant, tenant.words(language), open.account().id());
        return new ModelAndView(
                "desk/loss", Map.of("request", open.request(), "factors", factors, "reason", reason, "error", error));
    }

    /** It says why not. */
    private static ModelAndView sheet(Tenant tenant, Open open) {
        return DeskPaths.to(DeskPaths.request(tenant, open.request()) + "/sheet");
    }
}
