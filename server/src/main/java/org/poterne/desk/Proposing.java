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
import org.poterne.readdress.Proposal;
import org.poterne.readdress.ProposalOutcome;
import org.poterne.readdress.ProposalOutcome.Proposed;
import org.poterne.readdress.ProposalOutcome.UnderWay;
import org.poterne.readdress.Proposals;
import org.poterne.readdress.Readdress;
import org.poterne.tenant.TenantId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A change of address and its request go hand in hand: proposed and waiting, approved and closed, refused and resumed. */
@Component
class Proposing {

    private final Proposals proposals;
    private final RequestHands hands;
    private final Verifications verifications;
    private final Journal journal;

    Proposing(Proposals proposals, RequestHands hands, Verifications verifications, Journal journal) {
        this.proposals = proposals;
        this.hands = hands;
        this.verifications = verifications;
        this.journal = journal;
    }

    @Transactional
    public ProposalOutcome propose(TenantId tenant, AssistanceRequest request, Proposal proposal) {
        if (!hands.awaitSecond(tenant, request, proposal.agent())) {
            return new UnderWay();
        }
        var outcome = proposals.propose(tenant, proposal);
        if (outcome instanceof Proposed) {
            verifications.end(tenant, proposal.agent(), request.id());
            var deed = Deed.by(proposal.agent(), Act.ADDRESS_PROPOSED);
            journal.enter(tenant, deed.on(proposal.account()).about(request.id()), proposal.reason());
        } else {
            hands.resume(tenant, request.id());
        }
        return outcome;
    }

    @Transactional
    public Decision approve(TenantId tenant, Readdress change, AccountId agent) {
        var decision = proposals.approve(tenant, change.id(), agent);
        if (decision instanceof Decided) {
            hands.closeApproved(tenant, change.request(), Result.ADDRESS_APPROVED);
            journal.enter(tenant, deed(change, agent, Act.ADDRESS_APPROVED));
        }
        return decision;
    }

    @Transactional
    public Decision refuse(TenantId tenant, Readdress change, AccountId agent) {
        var decision = proposals.refuse(tenant, change.id(), agent);
        if (decision instanceof Decided) {
            hands.resume(tenant, change.request());
            journal.enter(tenant, deed(change, agent, Act.ADDRESS_REFUSED));
        }
        return decision;
    }

    private static Deed deed(Readdress change, AccountId agent, Act act) {
        return Deed.by(agent, act).on(change.account()).about(change.request());
    }
}
