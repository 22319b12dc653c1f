package org.poterne.password;

import jakarta.annotation.PreDestroy;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.poterne.argon2.Argon2;
import org.springframework.stereotype.Component;

/**
 * The only place where password hashing runs: as many platform threads as cores, below the priority of the pages, before
 * them a short queue. On the request's own virtual threads hashing pinned every carrier and the sign-in page timed out;
 * here it stays quick, memory is bounded (19 MiB a thread), and a flood is refused rather than endured. What hashes leave
 * in memory is overwritten by the next one, or wiped when none follows.
 */
@Component
final class HashingPool {

    static final int QUEUE = 64;

    private final ThreadPoolExecutor threads;
    private final AtomicLong accepted = new AtomicLong();

    HashingPool(Argon2 argon2) {
        var cores = Runtime.getRuntime().availableProcessors();
        var factory = Thread.ofPlatform().name("hashing-", 1).daemon().factory();
        this.threads =
                new ThreadPoolExecutor(
                        cores,
                        cores,
                        0,
                        TimeUnit.SECONDS,
                        new ArrayBlockingQueue<>(QUEUE),
                        work -> factory.newThread(() -> {
                            Niceness.yieldToOthers();
                            work.run();
                        })) {
                    // Its caller has the hash by now.
                    @Override
                    protected void afterExecute(Runnable hashing, @Nullable Throwable failure) {
                        if (getQueue().isEmpty()) {
                            argon2.forget();
                        }
                    }
                };
    }

    /**
     * Waits its turn and returns the result.
     *
     * @throws HashingBusy when the queue is full
     */
    <T> T run(Callable<T> hashing) {
        try {
            var hash = threads.submit(hashing);
            accepted.incrementAndGet();
            return hash.get();
        } catch (RejectedExecutionException _) {
            throw new HashingBusy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while waiting for a hash", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("hashing failed", e.getCause());
        }
    }

    /** How many hashes have been taken on so far: absent accounts must cost as many as present ones. */
    long accepted() {
        return accepted.get();
    }

    @PreDestroy
    void stop() {
        threads.shutdown();
    }
}
