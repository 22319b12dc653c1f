package org.poterne.unbinding;

import java.util.UUID;
import org.poterne.account.AccountId;
import org.poterne.agent.Decision;
import org.poterne.agent.Decision.Decided;
import org.poterne.agent.Decision.Over;
import org.poterne.tenant.TenantId;
import org.poterne.unbinding.ProposalOutcome.NotPossible;
import org.poterne.unbinding.ProposalOutcome.Proposed;
import org.poterne.unbinding.Unbinding.State;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** One agent proposes, another decides (ASVS 5.0 2.3.5). Neither changes anything on the account. */
@Component
public class UnbindingProposals {

    private final UnbindingMoves moves;
    private final Unbindings unbindings;
    private final UnbindingFooting footing;
    private final UnbindingDesk desk;

    UnbindingProposals(UnbindingMoves moves, Unbindings unbindings, UnbindingFooting footing, UnbindingDesk desk) {
        this.moves = moves;
        this.unbindings = unbindings;
        this.footing = footing;
        this.desk = desk;
    }

    public Standing standing(TenantId tenant, AccountId account) {
        return unbindings.underWay(tenant, account).isPresent()
                ? Standing.UNDER_WAY
                : footing.standing(tenant, account);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public ProposalOutcome propose(TenantId tenant, LossReport report) {
        return standing(tenant, report.account()) == Standing.POSSIBLE && moves.propose(tenant, report)
                ? new Proposed()
                : new NotPossible();
    }

    /** All the account's addresses are told at once, and a day passes: whoever is robbed has time to read one of them. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Decision approve(TenantId tenant, UUID id, AccountId agent) {
        var unbinding = unbindings.find(tenant, id);
        if (unbinding.isEmpty() || !footing.holds(tenant, unbinding.get())) {
            unbinding.filter(_ -> moves.end(tenant, id, State.DEAD)).ifPresent(dead -> desk.died(tenant, dead));
            return new Over();
        }
        if (!moves.approve(tenant, id, agent)) {
            return moves.refusal(tenant, id, agent);
        }
        unbindings.find(tenant, id).ifPresent(approved -> desk.approved(tenant, approved));
        return new Decided();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public Decision refuse(TenantId tenant, UUID id, AccountId agent) {
        return moves.refuse(tenant, id, agent) ? new Decided() : moves.refusal(tenant, id, agent);
    }
}
