package org.poterne.readdress;

import org.poterne.readdress.Readdress.State;
import org.poterne.readdress.Steps.Due;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Every minute: makes the changes whose day has come, and ends those whose time is over. */
@Component
class ReaddressRound {

    private static final Logger log = LoggerFactory.getLogger(ReaddressRound.class);

    private final Steps steps;
    private final Readdresses changes;
    private final ReaddressMaking making;
    private final ReaddressDesk desk;
    private final TransactionTemplate transaction;

    ReaddressRound(
            Steps steps,
            Readdresses changes,
            ReaddressMaking making,
            ReaddressDesk desk,
            TransactionTemplate transaction) {
        this.steps = steps;
        this.changes = changes;
        this.making = making;
        this.desk = desk;
        this.transaction = transaction;
    }

    /** One that cannot be settled is tried again in a minute, and keeps none of the others waiting. */
    void run() {
        for (var due : steps.due()) {
            try {
                settle(due);
            } catch (
                    RuntimeException
                            e) { // a database away, a tenant whose file has gone: the next one is another matter
                log.warn("the change of address {} of tenant {} could not be settled", due.id(), due.tenant(), e);
            }
        }
    }

    private void settle(Due due) {
        if (!isMade(due)) {
            transaction.executeWithoutResult(_ -> die(due));
        }
    }

    /** An import may bring the new address in at this very moment: then there is nothing left to make. */
    private boolean isMade(Due due) {
        try {
            return Boolean.TRUE.equals(transaction.execute(_ -> make(due)));
        } catch (DuplicateKeyException _) {
            return false;
        }
    }

    /**
     * The account first, then the change: in the order in which a deletion takes them.
     *
     * @return whether it is made; a cancelled one is not due any more
     */
    private boolean make(Due due) {
        changes.find(due.tenant(), due.id()).ifPresent(change -> making.oneAtATime(due.tenant(), change));
        var made = steps.holdDue(due.tenant(), due.id()).filter(change -> making.make(due.tenant(), change));
        made.ifPresent(change -> desk.made(due.tenant(), change));
        return made.isPresent();
    }

    private void die(Due due) {
        var dead = changes.find(due.tenant(), due.id()).filter(_ -> steps.end(due.tenant(), due.id(), State.DEAD));
        dead.ifPresent(change -> desk.died(due.tenant(), change));
    }
}
