package org.poterne.readdress;

import org.poterne.agent.AgentDismissed;
import org.poterne.readdress.Readdress.State;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A change that rests on an agent who is none any more rests on nothing (DA-5): it dies in the transaction of the dismissal. */
@Component
class ChangesOfTheDismissed {

    private final Steps steps;
    private final Readdresses changes;
    private final ReaddressDesk desk;

    ChangesOfTheDismissed(Steps steps, Readdresses changes, ReaddressDesk desk) {
        this.steps = steps;
        this.changes = changes;
        this.desk = desk;
    }

    @EventListener
    void on(AgentDismissed event) {
        for (var id : steps.of(event.tenant(), event.account())) {
            changes.find(event.tenant(), id)
                    .filter(_ -> steps.end(event.tenant(), id, State.DEAD))
                    .ifPresent(dead -> desk.died(event.tenant(), dead));
        }
    }
}
