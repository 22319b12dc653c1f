package org.poterne.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps PostgreSQL running: the one thread that starts, watches, restarts and stops it. It lives as long as the server,
 * because the kernel ties the server's life to the very thread that started it.
 */
final class PostmasterWatch {
    private static final Logger log = LoggerFactory.getLogger(PostmasterWatch.class);
    private static final Duration POLL = Duration.ofMillis(20);
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    private static final Duration FIRST_PATIENCE = Duration.ofSeconds(10);
    private static final Duration WORD = Duration.ofSeconds(10);
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(1);

    private final Server server;
    private final Progress progress;
    private final Thread thread =
            Thread.ofPlatform().name("postgres-watch").daemon().unstarted(this::run);
    private final CompletableFuture<Integer> port = new CompletableFuture<>();
    private final CompletableFuture<Boolean> closing = new CompletableFuture<>();
    private Duration pause = SHORTEST_PAUSE;

    /** What each start needs. */
    private record Server(DataFolder data, PostgresTools tools, ServerLog log) {
        Postmaster launch(int port) throws IOException {
            return Postmaster.launch(data, tools, log, port);
        }
    }

    private PostmasterWatch(Server server, Progress progress) {
        this.server = server;
        this.progress = progress;
    }

    /** Returns when PostgreSQL answers. */
    static PostmasterWatch start(DataFolder data, PostgresTools tools, ServerLog log, Progress progress)
            throws IOException {
        PostmasterWatch watch = new PostmasterWatch(new Server(data, tools, log), progress);
        progress.timed(
                "started PostgreSQL " + tools.version() + " as "
                        + tools.account().name(),
                () -> {
                    watch.thread.start();
                    return watch.port();
                });
        return watch;
    }

    int port() {
        try {
            return port.join();
        } catch (CompletionException wrapped) {
            throw wrapped.getCause() instanceof EmbeddedPostgresFailure failure ? failure : wrapped;
        }
    }

    /** An interrupt does not shorten it: the folder must not be let go of while its server runs. */
    void stop() {
        closing.complete(true);
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException later) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            Postmaster postmaster = first();
            while (!closing.isDone()) {
                awaitEndOf(postmaster);
                if (!closing.isDone()) {
                    log.warn("PostgreSQL ended by itself; starting it again on port {}", port());
                    postmaster = again(postmaster);
                }
            }
            postmaster.stop();
        } catch (IOException | ServerEnded | InterruptedException | RuntimeException failure) {
            if (!port.completeExceptionally(notStarted(failure))) {
                log.error("PostgreSQL is no longer watched, and ends; restart Poterne", failure);
            }
        }
    }

    private EmbeddedPostgresFailure notStarted(Exception failure) {
        return new EmbeddedPostgresFailure(
                "PostgreSQL does not start on " + server.data().path() + ": " + failure.getMessage()
                        + ". Mend what it names (all it said is in postgres.log beside that folder) and start again.",
                failure);
    }

    private Postmaster first() throws IOException, ServerEnded, InterruptedException {
        long deadline = System.nanoTime() + FIRST_PATIENCE.toNanos();
        while (true) {
            int chosen = freePort();
            try {
                Postmaster postmaster = answering(chosen);
                port.complete(chosen);
                return postmaster;
            } catch (ServerEnded ended) {
                if (!ended.mayPass() || System.nanoTime() > deadline) {
                    throw ended;
                }
            }
            closingWithin(SHORTEST_PAUSE);
        }
    }

    /** On the same port, so that the connection pool finds it again; without end, for nobody else would try. */
    private Postmaster again(Postmaster ended) throws InterruptedException {
        while (!closingWithin(pause)) {
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            try {
                return answering(port());
            } catch (IOException | ServerEnded | RuntimeException failure) {
                log.error("PostgreSQL does not start; next try in {} ms", pause.toMillis(), failure);
            }
        }
        return ended;
    }

    /** As long as it takes: after an abrupt end PostgreSQL repairs itself first, and stopping it would only begin anew. */
    private Postmaster answering(int chosen) throws IOException, ServerEnded, InterruptedException {
        Postmaster postmaster = server.launch(chosen);
        long nextWord = System.nanoTime() + WORD.toNanos();
        while (!postmaster.isReady() && !closingWithin(POLL)) {
            if (System.nanoTime() > nextWord) {
                progress.tell("PostgreSQL is still repairing itself after an abrupt end");
                nextWord += WORD.toNanos();
            }
        }
        return postmaster;
    }

    /** A server that dies at each start is not hammered: only one that held for a while begins with a short pause again. */
    private void awaitEndOf(Postmaster postmaster) throws InterruptedException {
        CompletableFuture<?> end = CompletableFuture.anyOf(postmaster.end(), closing);
        while (!doneWithin(end, LONG_ENOUGH)) {
            pause = SHORTEST_PAUSE;
            server.log().shorten();
        }
    }

    private boolean closingWithin(Duration time) throws InterruptedException {
        return doneWithin(closing, time);
    }

    private static boolean doneWithin(CompletableFuture<?> future, Duration time) throws InterruptedException {
        try {
            future.get(time.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException notYet) {
            return false;
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure);
        }
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
