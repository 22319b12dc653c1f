package org.poterne.desk;

import org.poterne.account.AccountId;
import org.poterne.agent.Act;
import org.poterne.agent.Decision;
import org.poterne.agent.Decision.Decided;
import org.poterne.agent.Deed;
import org.poterne.agent.Journal;
import org.poterne.agent.Verifications;
import org.poterne.assistance.AssistanceRequest;
import org.poterne.assistance.AssistanceRequest.Result;
import org.poterne.assistance.RequestHands;
import org.poterne.tenant.TenantId;
import org.poterne.unbinding.LossReport;
import org.poterne.unbinding.ProposalOutcome;
import org.poterne.unbinding.ProposalOutcome.NotPossible;
import org.poterne.unbinding.ProposalOutcome.Proposed;
import org.poterne.unbinding.Unbinding;
import org.poterne.unbinding.UnbindingProposals;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An unbinding and its request go hand in hand, as a change of address and its own do in {@link Proposing}. */
@Component
class UnbindingCare {

    private final UnbindingProposals proposals;
    private final RequestHands hands;
    private final Verifications verifications;
    private final Journal journal;

    UnbindingCare(UnbindingProposals proposals, RequestHands hands, Verifications verifications, Journal journal) {
        this.proposals = proposals;
        this.hands = hands;
        this.verifications = verifications;
        this.journal = journal;
    }

    @Transactional
    public ProposalOutcome propose(TenantId tenant, AssistanceRequest request, LossReport report) {
        if (!hands.awaitSecond(tenant, request, report.agent())) {
            return new NotPossible();
        }
        var outcome = proposals.propose(tenant, report);
        switch (outcome) {
            case Proposed() -> {
                verifications.end(tenant, report.agent(), request.id());
                var deed = Deed.by(report.agent(), Act.UNBINDING_PROPOSED);
                journal.enter(tenant, deed.on(report.account()).about(request.id()), report.reason());
            }
            case NotPossible() -> hands.resume(tenant, request.id());
        }
        return outcome;
    }

    @Transactional
    public Decision approve(TenantId tenant, Unbinding unbinding, AccountId agent) {
        var decision = proposals.approve(tenant, unbinding.id(), agent);
        if (decision instanceof Decided) {
            hands.closeApproved(tenant, unbinding.request(), Result.UNBINDING_APPROVED);
            journal.enter(tenant, deed(unbinding, agent, Act.UNBINDING_APPROVED));
        }
        return decision;
    }

    @Transactional
    public Decision refuse(TenantId tenant, Unbinding unbinding, AccountId agent) {
        var decision = proposals.refuse(tenant, unbinding.id(), agent);
        if (decision instanceof Decided) {
            hands.resume(tenant, unbinding.request());
            journal.enter(tenant, deed(unbinding, agent, Act.UNBINDING_REFUSED));
        }
        return decision;
    }

    private static Deed deed(Unbinding unbinding, AccountId agent, Act act) {
        return Deed.by(agent, act).on(unbinding.account()).about(unbinding.request());
    }
}
