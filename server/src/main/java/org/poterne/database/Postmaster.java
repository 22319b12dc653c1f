package org.poterne.database;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** One running server, a child process of ours. */
final class Postmaster {
    private final Process process;
    private final DataFolder data;
    private final ServerLog log;
    private final long saidBefore;

    private Postmaster(Process process, DataFolder data, ServerLog log, long saidBefore) {
        this.process = process;
        this.data = data;
        this.log = log;
        this.saidBefore = saidBefore;
    }

    /** The calling thread must outlive the server: the kernel ends the one when the other is gone. */
    static Postmaster launch(DataFolder data, PostgresTools tools, ServerLog log, int port) throws IOException {
        log.shorten();
        long saidBefore = log.length();
        List<String> command = tools.command("postgres", arguments(data, port));
        Process process = ToolRun.builder(data.path().resolveSibling("."), command)
                .redirectInput(Redirect.from(new File("/dev/null")))
                .redirectOutput(Redirect.appendTo(log.file()))
                .redirectErrorStream(true)
                .start();
        return new Postmaster(process, data, log, saidBefore);
    }

    /**
     * Durable, whatever it costs: an acknowledged reset must not be forgotten. Errors are logged without their statement
     * and their detail, which would hold addresses.
     */
    private static List<String> arguments(DataFolder data, int port) throws IOException {
        Stream<String> settings = Stream.of(
                "listen_addresses=127.0.0.1",
                "port=" + port,
                "unix_socket_directories=",
                "hba_file=" + data.writeDoor(),
                "fsync=on",
                "full_page_writes=on",
                "synchronous_commit=on",
                "password_encryption=scram-sha-256",
                "max_connections=50",
                "shared_buffers=32MB",
                "timezone=UTC",
                "logging_collector=off",
                "log_destination=stderr",
                "log_checkpoints=off",
                "log_min_error_statement=panic",
                "log_error_verbosity=terse");
        return Stream.concat(
                        Stream.of("-D", data.path().toString()), settings.flatMap(setting -> Stream.of("-c", setting)))
                .toList();
    }

    boolean isReady() throws IOException, ServerEnded {
        if (!process.isAlive()) {
            throw new ServerEnded(process.exitValue(), log.since(saidBefore));
        }
        return PidFile.in(data.path()).stream().anyMatch(file -> file.isReady(process.pid()));
    }

    CompletableFuture<Process> end() {
        return process.onExit();
    }

    /** Fast: clients are sent away and all is written. Then at once: nothing is lost, but the next start repairs. */
    void stop() throws IOException, InterruptedException {
        signal("INT");
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            signal("QUIT");
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        }
    }

    private void signal(String name) throws IOException {
        if (process.isAlive()) {
            ToolRun.signal(data.path().resolveSibling("."), name, process.pid());
        }
    }
}
