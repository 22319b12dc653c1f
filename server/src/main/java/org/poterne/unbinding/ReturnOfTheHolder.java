package org.poterne.unbinding;

import org.poterne.account.AccountId;
import org.poterne.factor.FactorChanges;
import org.poterne.session.SignedIn;
import org.poterne.tenant.TenantId;
import org.poterne.unbinding.Unbinding.State;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Whoever comes in has shown a factor, since the door asks for one of whoever holds one: it is not lost, and nothing is removed. An
 * owner who hears of an unbinding ends it by signing in.
 */
@Component
class ReturnOfTheHolder {

    private final Unbindings unbindings;
    private final UnbindingMoves moves;
    private final FactorChanges factors;
    private final UnbindingDesk desk;

    ReturnOfTheHolder(Unbindings unbindings, UnbindingMoves moves, FactorChanges factors, UnbindingDesk desk) {
        this.unbindings = unbindings;
        this.moves = moves;
        this.factors = factors;
        this.desk = desk;
    }

    @EventListener
    void on(SignedIn event) {
        if (unbindings.underWay(event.tenant(), event.account()).isPresent()) {
            end(event.tenant(), event.account());
        }
    }

    /** The account first, as {@link UnbindingMaking} does: one that was made meanwhile is not there to be ended. */
    private void end(TenantId tenant, AccountId account) {
        factors.begin(tenant, account);
        unbindings
                .underWay(tenant, account)
                .filter(unbinding -> moves.end(tenant, unbinding.id(), State.RETURNED))
                .ifPresent(unbinding -> desk.returned(tenant, unbinding));
    }
}
