package org.poterne.task;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.poterne.house.House;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What is owed survives with the transaction that owes it, and what is kept is forgotten in time. */
class TaskTests {

    private static final House HOUSE = House.open();
    private static final Instant FAR_AWAY = Instant.parse("2099-01-01T00:00:00Z");

    @Test
    void aTaskIsOwedIfItsTransactionIs() {
        var undone = UUID.randomUUID().toString();
        var done = UUID.randomUUID().toString();
        var transaction = HOUSE.bean(TransactionTemplate.class);
        transaction.executeWithoutResult(status -> {
            queue(undone);
            assertThat(owed(undone)).isOne();
            status.setRollbackOnly();
        });
        transaction.executeWithoutResult(_ -> queue(done));
        assertThat(owed(undone)).isZero();
        assertThat(owed(done)).isOne();
        HOUSE.bean(SchedulerClient.class).cancel(new TaskInstance<Void>("test", done));
        assertThat(owed(done)).isZero();
    }

    @Test
    void everyModuleThatForgetsIsOnTheList() {
        assertThat(HOUSE.beans(Task.class).stream().map(task -> task.getName()))
                .contains("purge-tokens", "purge-sessions", "purge-budgets", "purge-audit", "purge-recovery-attempts")
                .allSatisfy(name -> {
                    if (name.startsWith("purge-")) {
                        assertThat(HOUSE.bean(JdbcClient.class)
                                        .sql("select count(*) from scheduled_tasks where task_name = :name")
                                        .param("name", name)
                                        .query(Integer.class)
                                        .single())
                                .as(name)
                                .isOne();
                    }
                });
    }

    private static void queue(String instance) {
        HOUSE.bean(SchedulerClient.class).scheduleIfNotExists(new TaskInstance<Void>("test", instance), FAR_AWAY);
    }

    private static int owed(String instance) {
        return HOUSE.bean(JdbcClient.class)
                .sql("select count(*) from scheduled_tasks where task_instance = :instance")
                .param("instance", instance)
                .query(Integer.class)
                .single();
    }
}
