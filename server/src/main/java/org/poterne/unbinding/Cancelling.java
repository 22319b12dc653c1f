package org.poterne.unbinding;

import java.util.Optional;
import org.poterne.tenant.TenantId;
import org.poterne.token.OneTimeToken;
import org.poterne.unbinding.Unbinding.State;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** One of the addresses does not agree. */
@Component
class Cancelling {

    private final CancelLinks links;
    private final UnbindingMoves moves;
    private final UnbindingDesk desk;

    Cancelling(CancelLinks links, UnbindingMoves moves, UnbindingDesk desk) {
        this.links = links;
        this.moves = moves;
        this.desk = desk;
    }

    Optional<Unbinding> look(TenantId tenant, OneTimeToken token) {
        return links.look(tenant, token);
    }

    /** @return whether the link was good: until the factors are removed, and then no more */
    @Transactional
    public boolean cancel(TenantId tenant, OneTimeToken token) {
        var cancelled =
                links.redeem(tenant, token).filter(unbinding -> moves.end(tenant, unbinding.id(), State.CANCELLED));
        cancelled.ifPresent(unbinding -> desk.cancelled(tenant, unbinding));
        return cancelled.isPresent();
    }
}
