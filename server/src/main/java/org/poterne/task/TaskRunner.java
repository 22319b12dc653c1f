package org.poterne.task;

import com.github.kagkarlsson.scheduler.Scheduler;
import org.springframework.context.SmartLifecycle;

/** Starts the work when the server is up, and lets what is under way finish before it goes down. */
final class TaskRunner implements SmartLifecycle {

    private final Scheduler scheduler;
    private volatile boolean running;

    TaskRunner(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    @Override
    public void start() {
        scheduler.start();
        running = true;
    }

    @Override
    public void stop() {
        scheduler.stop();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
