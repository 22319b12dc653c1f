package org.poterne.rig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A server in a process of its own. It may be stopped, killed, and started again at the same address. */
public final class Node implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration GLANCE = Duration.ofMillis(10);
    private static final int LAST_LINES = 15;
    private static final Duration GRACE = Duration.ofSeconds(40);

    private final Blueprint blueprint;
    private final Process process;
    private final long begun;

    private Node(Blueprint blueprint, Process process, long begun) {
        this.blueprint = blueprint;
        this.process = process;
        this.begun = begun;
    }

    /** Returns at once; {@link #awaitPage} waits. */
    public static Node start(Blueprint blueprint) {
        var builder = new ProcessBuilder(blueprint.command())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(blueprint.log().toFile()));
        builder.environment().keySet().removeIf(Node::isSetting);
        builder.environment().putAll(blueprint.environment());
        try {
            var begun = System.nanoTime();
            var node = new Node(blueprint, builder.start(), begun);
            // However this process ends, it leaves no server behind.
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(node::kill));
            return node;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isSetting(String variable) {
        return variable.startsWith("POTERNE_") || variable.startsWith("SPRING_") || variable.startsWith("SERVER_");
    }

    /** @return from the start of the process to the last byte of the first page */
    public Duration awaitPage() {
        while (age().compareTo(PATIENCE) < 0) {
            if (!process.isAlive()) {
                throw new RigFailure(
                        "%s ended with %d:%n%s".formatted(blueprint.name(), process.exitValue(), lastWords()));
            }
            if (isOpen()) {
                return age();
            }
            Pause.of(GLANCE);
        }
        throw new RigFailure("%s did not open in %s:%n%s".formatted(blueprint.name(), PATIENCE, lastWords()));
    }

    public boolean isOpen() {
        try (var wire = new Wire(blueprint.address())) {
            return new Browser(wire).get(blueprint.page()).status() == 200;
        } catch (IOException _) {
            return false;
        }
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public long pid() {
        return process.pid();
    }

    public Usage usage() {
        return Usage.of(process.pid());
    }

    public Address address() {
        return blueprint.address();
    }

    public Blueprint blueprint() {
        return blueprint;
    }

    /** Both outputs, of earlier starts too. */
    public String said() {
        try {
            return Files.readString(blueprint.log());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String lastWords() {
        var lines = said().lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
    }

    /** SIGTERM, and SIGKILL when that does not end it. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(GRACE.toSeconds(), TimeUnit.SECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** SIGKILL: nothing is written, nobody is told. */
    public void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly); // where a script keeps the server as its child
        process.destroyForcibly();
        process.onExit().join();
    }

    private Duration age() {
        return Duration.ofNanos(System.nanoTime() - begun);
    }
}
