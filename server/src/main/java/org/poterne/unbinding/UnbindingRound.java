package org.poterne.unbinding;

import org.poterne.unbinding.Unbinding.State;
import org.poterne.unbinding.UnbindingMoves.Due;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/** Every minute: makes the unbindings whose day has come, and ends those whose time is over. */
@Component
class UnbindingRound {

    private static final Logger log = LoggerFactory.getLogger(UnbindingRound.class);

    private final UnbindingMoves moves;
    private final Unbindings unbindings;
    private final UnbindingMaking making;
    private final UnbindingDesk desk;
    private final TransactionTemplate transaction;

    UnbindingRound(
            UnbindingMoves moves,
            Unbindings unbindings,
            UnbindingMaking making,
            UnbindingDesk desk,
            TransactionTemplate transaction) {
        this.moves = moves;
        this.unbindings = unbindings;
        this.making = making;
        this.desk = desk;
        this.transaction = transaction;
    }

    /** One that cannot be settled is tried again in a minute, and keeps none of the others waiting. */
    void run() {
        for (var due : moves.due()) {
            try {
                settle(due);
            } catch (RuntimeException e) { // a database away, a tenant whose file has gone: the next is another matter
                log.warn("the unbinding {} of tenant {} could not be settled", due.id(), due.tenant(), e);
            }
        }
    }

    private void settle(Due due) {
        if (!Boolean.TRUE.equals(transaction.execute(status -> isMade(due, status)))) {
            transaction.executeWithoutResult(_ -> die(due));
        }
    }

    private boolean isMade(Due due, TransactionStatus status) {
        var made = unbindings.find(due.tenant(), due.id()).flatMap(seen -> making.make(due.tenant(), seen));
        made.ifPresentOrElse(unbinding -> desk.made(due.tenant(), unbinding), status::setRollbackOnly);
        return made.isPresent();
    }

    /** One that somebody has cancelled meanwhile is not ended again. */
    private void die(Due due) {
        unbindings
                .find(due.tenant(), due.id())
                .filter(_ -> moves.end(due.tenant(), due.id(), State.DEAD))
                .ifPresent(dead -> desk.died(due.tenant(), dead));
    }
}
