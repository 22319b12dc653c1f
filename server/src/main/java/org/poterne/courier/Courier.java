package org.poterne.courier;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes orders for letters. An order made in a transaction is kept if, and only if, that transaction is. */
@Component
public class Courier {

    private final LetterRegister register;
    private final SchedulerClient tasks;
    private final Clock clock;

    Courier(LetterRegister register, SchedulerClient tasks, Clock clock) {
        this.register = register;
        this.tasks = tasks;
        this.clock = clock;
    }

    /** The letter leaves after the commit, at the runner's next round: its time tells nothing of what was asked. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void queue(LetterOrder order) {
        var id = UUID.randomUUID();
        register.enter(id, order);
        tasks.scheduleIfNotExists(new TaskInstance<>(LetterRound.TASK, id.toString()), clock.instant());
    }
}
