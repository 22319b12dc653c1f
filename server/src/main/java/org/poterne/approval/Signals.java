package org.poterne.approval;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Wakes who waits at this node when something happened at any node (PostgreSQL {@code LISTEN}/{@code NOTIFY}). A signal says
 * "look again" and nothing else; one that is lost is made up for by looking now and then.
 */
@Component
final class Signals implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Signals.class);
    private static final String CHANNEL = "poterne_approval";
    private static final Duration ATTENTION = Duration.ofSeconds(1);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(3);

    private final DataSource database;
    private final JdbcClient jdbc;
    private final Map<String, CountDownLatch> waiting = new ConcurrentHashMap<>();
    private volatile boolean running;

    Signals(DataSource database, JdbcClient jdbc) {
        this.database = database;
        this.jdbc = jdbc;
    }

    /** Its devices have something to look at. */
    @EventListener
    void on(ApprovalShown event) {
        send(event.account().toString());
    }

    /** What waited may go on. */
    @EventListener
    void on(ApprovalGiven event) {
        send(event.subject().toString());
    }

    /** In the transaction that changed something: it travels if, and only if, that one is committed. */
    void send(String key) {
        jdbc.sql("select pg_notify(:channel, :key)::text")
                .param("channel", CHANNEL)
                .param("key", key)
                .query(String.class)
                .optional();
    }

    /**
     * Looks until there is an answer, or patience is over.
     *
     * @param key what a signal is sent under
     */
    <T> Optional<T> await(String key, Duration patience, Supplier<Optional<T>> look) {
        var end = System.nanoTime() + patience.toNanos();
        while (true) {
            var latch =
                    waiting.computeIfAbsent(key, _ -> new CountDownLatch(1)); // before looking: nothing falls between
            var seen = look.get();
            var left = end - System.nanoTime();
            if (seen.isPresent() || left <= 0 || !isPatient(latch, Math.min(left, LOOK_AGAIN.toNanos()))) {
                waiting.remove(key, latch);
                return seen;
            }
        }
    }

    /** @return whether to look again */
    private boolean isPatient(CountDownLatch latch, long nanos) {
        try {
            var _ = latch.await(nanos, TimeUnit.NANOSECONDS);
            return running;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void wake(String key) {
        Optional.ofNullable(waiting.remove(key)).ifPresent(CountDownLatch::countDown);
    }

    private void wakeAll() {
        waiting.keySet().forEach(this::wake);
    }

    @Override
    public void start() {
        running = true;
        Thread.ofVirtual().name("approval-signals").start(this::listen);
    }

    private void listen() {
        while (running) {
            try (var connection = database.getConnection()) {
                try (var statement = connection.createStatement()) {
                    statement.execute("listen " + CHANNEL);
                }
                var postgres = connection.unwrap(PGConnection.class);
                while (running) {
                    for (var signal : postgres.getNotifications((int) ATTENTION.toMillis())) {
                        wake(signal.getParameter());
                    }
                }
                try (var statement = connection.createStatement()) {
                    statement.execute("unlisten *"); // the pool lends this connection to others
                }
            } catch (SQLException e) {
                pause(e);
            }
        }
    }

    private void pause(SQLException trouble) {
        if (running) {
            log.warn("signals between nodes are interrupted: {}", trouble.getMessage());
            try {
                Thread.sleep(ATTENTION);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                running = false;
            }
        }
    }

    /** Those who wait are answered now, so that the server can end. */
    @Override
    public void stop() {
        running = false;
        wakeAll();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the web server closes, which waits for its requests. */
    @Override
    public int getPhase() {
        return SmartLifecycle.DEFAULT_PHASE;
    }
}
