package org.poterne.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.poterne.account.EmailAddress;
import org.poterne.agent.Act;
import org.poterne.agent.Journal;
import org.poterne.assistance.AssistanceRequest.Kind;
import org.poterne.assistance.Requests;
import org.poterne.desk.SheetGate.Open;
import org.poterne.readdress.Proposal;
import org.poterne.readdress.ProposalOutcome.AddressTaken;
import org.poterne.readdress.ProposalOutcome.NotLarge;
import org.poterne.readdress.ProposalOutcome.Proposed;
import org.poterne.readdress.ProposalOutcome.SameAddress;
import org.poterne.readdress.ProposalOutcome.UnderWay;
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

/** One agent proposes another sign-in address; it waits for another agent. */
@Controller
class ProposalPages {

    private final SheetGate gate;
    private final Offers offers;
    private final Proposing proposing;
    private final Requests requests;
    private final Journal journal;

    ProposalPages(SheetGate gate, Offers offers, Proposing proposing, Requests requests, Journal journal) {
        this.gate = gate;
        this.offers = offers;
        this.proposing = proposing;
        this.requests = requests;
        this.journal = journal;
    }

    /** What the holder typed in their own session is there already; what a stranger typed is not. */
    @GetMapping("/{tenant}/desk/requests/{number}/sheet/address")
    ModelAndView form(Tenant tenant, SignedInPerson agent, @PathVariable String number) {
        return gate.look(
                tenant,
                agent,
                number,
                open -> offers.address(tenant.id(), open.account())
                        ? opened(tenant, agent, open)
                        : DeskPaths.to(DeskPaths.request(tenant, open.request()) + "/sheet"));
    }

    @Sensitive
    @PostMapping("/{tenant}/desk/requests/{number}/sheet/address")
    ModelAndView propose(
            Tenant tenant,
            SignedInPerson agent,
            Locale language,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String reason,
            HttpServletResponse response) {
        var address = EmailAddress.parse(email);
        var good = Reason.parse(reason);
        var words = tenant.words(language);
        var errors = new LinkedHashMap<String, String>();
        if (address.isEmpty()) {
            errors.put("email", words.say("desk.address.malformed"));
        }
        if (good.isEmpty()) {
            errors.put("reason", words.say("desk.reveal.reason-missing"));
        }
        if (address.isEmpty() || good.isEmpty()) {
            return gate.look(tenant, agent, number, open -> again(page(open, email, reason, errors)));
        }
        return gate.act(tenant, agent, number, response, open -> {
            var proposal = new Proposal(
                    agent.account(),
                    open.account().id(),
                    open.request().id(),
                    address.get(),
                    good.get().text());
            return switch (proposing.propose(tenant.id(), open.request(), proposal)) {
                case Proposed() -> DeskPaths.to(DeskPaths.request(tenant, open.request()) + "?notice=desk.proposed");
                case SameAddress() -> again(page(open, email, reason, Map.of("email", words.say("desk.address.same"))));
                case AddressTaken() ->
                    again(page(open, email, reason, Map.of("email", words.say("desk.address.taken"))));
                case UnderWay() ->
                    again(page(open, email, reason, Map.of("email", words.say("desk.address.under-way"))));
                case NotLarge() -> DeskPaths.to(DeskPaths.request(tenant, open.request()) + "/sheet");
            };
        });
    }

    /** It shows an address whole: that is written down. */
    private ModelAndView opened(Tenant tenant, SignedInPerson agent, Open open) {
        journal.enter(tenant.id(), open.deed(agent, Act.PROPOSAL_OPENED));
        return page(open, typed(tenant, open), "", Map.of());
    }

    private String typed(Tenant tenant, Open open) {
        return open.request().kind() == Kind.ADDRESS
                ? requests.typed(tenant.id(), open.request()).email()
                : "";
    }

    private static ModelAndView page(Open open, String email, String reason, Map<String, String> errors) {
        return new ModelAndView(
                "desk/address",
                Map.of(
                        "request",
                        open.request(),
                        "current",
                        open.account().email().masked(),
                        "email",
                        email,
                        "reason",
                        reason,
                        "errors",
                        errors));
    }

    private static ModelAndView again(ModelAndView page) {
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }
}
