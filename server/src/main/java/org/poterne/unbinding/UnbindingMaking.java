package org.poterne.unbinding;

import java.util.Optional;
import org.poterne.account.AccessReduced;
import org.poterne.factor.FactorChanges;
import org.poterne.session.OwnSessions;
import org.poterne.tenant.TenantId;
import org.poterne.unbinding.Unbinding.State;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Factors, sessions, whatever is half finished: all ends in one transaction, or none. */
@Component
class UnbindingMaking {

    private final UnbindingMoves moves;
    private final UnbindingFooting footing;
    private final FactorChanges factors;
    private final OwnSessions sessions;
    private final ApplicationEventPublisher events;

    UnbindingMaking(
            UnbindingMoves moves,
            UnbindingFooting footing,
            FactorChanges factors,
            OwnSessions sessions,
            ApplicationEventPublisher events) {
        this.moves = moves;
        this.footing = footing;
        this.factors = factors;
        this.sessions = sessions;
        this.events = events;
    }

    /**
     * With a last look at all it rests on. First whoever is on the way in, then the account, then the unbinding: in the order in
     * which {@link ReturnOfTheHolder} takes them. Whoever comes in with a factor at this moment is either seen here, or out again.
     *
     * @return what is made; nothing leaves the account as it was, once the caller takes the transaction back
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Unbinding> make(TenantId tenant, Unbinding seen) {
        sessions.endEntries(tenant, seen.account());
        factors.begin(tenant, seen.account());
        return moves.holdDue(tenant, seen.id())
                .filter(unbinding -> footing.holds(tenant, unbinding))
                .filter(unbinding -> isMade(tenant, unbinding));
    }

    private boolean isMade(TenantId tenant, Unbinding unbinding) {
        factors.dropAll(tenant, unbinding.account());
        events.publishEvent(new AccessReduced(tenant, unbinding.account()));
        return moves.end(tenant, unbinding.id(), State.MADE);
    }
}
