package org.poterne.readdress;

import java.util.UUID;
import org.poterne.account.AccountId;
import org.poterne.agent.Decision;
import org.poterne.agent.Decision.Decided;
import org.poterne.agent.Decision.Over;
import org.poterne.readdress.ProposalOutcome.Proposed;
import org.poterne.readdress.ProposalOutcome.UnderWay;
import org.poterne.readdress.Readdress.State;
import org.poterne.tenant.TenantId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** One agent proposes, another decides (ASVS 5.0 2.3.5). Neither changes anything on the account. */
@Component
public class Proposals {

    private final Steps steps;
    private final Readdresses changes;
    private final Footing footing;
    private final ReaddressDesk desk;
    private final Candidates candidates;

    Proposals(Steps steps, Readdresses changes, Footing footing, ReaddressDesk desk, Candidates candidates) {
        this.steps = steps;
        this.changes = changes;
        this.footing = footing;
        this.desk = desk;
        this.candidates = candidates;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public ProposalOutcome propose(TenantId tenant, Proposal proposal) {
        return candidates
                .obstacle(tenant, proposal)
                .orElseGet(() -> steps.propose(tenant, proposal)
                        .<ProposalOutcome>map(_ -> new Proposed())
                        .orElseGet(UnderWay::new));
    }

    /** Both addresses are told at once, and a day passes: whoever is robbed has time to read one of them. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Decision approve(TenantId tenant, UUID id, AccountId agent) {
        var change = changes.find(tenant, id);
        if (change.isEmpty() || !footing.holds(tenant, change.get())) {
            change.filter(_ -> steps.end(tenant, id, State.DEAD)).ifPresent(dead -> desk.died(tenant, dead));
            return new Over();
        }
        if (!steps.approve(tenant, id, agent)) {
            return steps.refusal(tenant, id, agent);
        }
        changes.find(tenant, id).ifPresent(approved -> desk.approved(tenant, approved));
        return new Decided();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public Decision refuse(TenantId tenant, UUID id, AccountId agent) {
        return steps.refuse(tenant, id, agent) ? new Decided() : steps.refusal(tenant, id, agent);
    }
}
