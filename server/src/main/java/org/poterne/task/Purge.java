package org.poterne.task;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;

/** What a module forgets, every hour: a bean of type {@link Task} made here. */
public final class Purge {

    private Purge() {}

    /** @param name unique among all tasks: {@code purge-tokens} */
    public static Task<?> hourly(String name, Runnable forget) {
        return Tasks.recurring(name, FixedDelay.of(Duration.ofHours(1))).execute((_, _) -> forget.run());
    }
}
