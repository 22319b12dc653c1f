package org.poterne.unbinding;

import org.poterne.agent.AgentDismissed;
import org.poterne.unbinding.Unbinding.State;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What rests on an agent who is none any more rests on nothing (DA-5): it dies in the transaction of the dismissal. */
@Component
class UnbindingsOfTheDismissed {

    private final UnbindingMoves moves;
    private final Unbindings unbindings;
    private final UnbindingDesk desk;

    UnbindingsOfTheDismissed(UnbindingMoves moves, Unbindings unbindings, UnbindingDesk desk) {
        this.moves = moves;
        this.unbindings = unbindings;
        this.desk = desk;
    }

    @EventListener
    void on(AgentDismissed event) {
        for (var id : moves.of(event.tenant(), event.account())) {
            unbindings
                    .find(event.tenant(), id)
                    .filter(_ -> moves.end(event.tenant(), id, State.DEAD))
                    .ifPresent(dead -> desk.died(event.tenant(), dead));
        }
    }
}
