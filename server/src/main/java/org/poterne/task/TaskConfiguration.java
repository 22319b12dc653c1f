package org.poterne.task;

import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/** db-scheduler over the application's own database: a task queued in a transaction exists if that transaction does. */
@Configuration(proxyBeanMethods = false)
class TaskConfiguration {

    private static final int AT_ONCE = 8;
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration HEARTBEAT = Duration.ofSeconds(5);
    private static final int MISSED_BEFORE_DEAD = 4; // a killed node's work is taken over after 20 s

    @Bean
    SchedulerClient taskQueue(DataSource database) {
        return SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(database))
                .build();
    }

    @Bean
    SmartLifecycle taskRunner(DataSource database, List<Task<?>> tasks, Clock clock) {
        var recurring = tasks.stream()
                .filter(RecurringTask.class::isInstance)
                .<RecurringTask<?>>map(RecurringTask.class::cast)
                .toList();
        var others =
                tasks.stream().filter(task -> !(task instanceof RecurringTask)).toList();
        var builder = new SchedulerBuilder(new TransactionAwareDataSourceProxy(database), List.copyOf(others));
        return new TaskRunner(builder.startTasks(List.copyOf(recurring))
                .clock(clock::instant)
                .threads(AT_ONCE)
                .executorService(Executors.newVirtualThreadPerTaskExecutor())
                .pollingInterval(POLL)
                .pollUsingLockAndFetch(0.5, 1.0)
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(MISSED_BEFORE_DEAD)
                .shutdownMaxWait(Duration.ofSeconds(20))
                .build());
    }
}
