package org.poterne.database;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * What a killed Poterne may leave: a server still running, or the number of one that is gone and that another process
 * may bear by now. The folder's lock is ours, so nobody needs that server any more.
 */
final class Leftover {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path folder;
    private final Path data;
    private final Progress progress;

    Leftover(Path folder, Path data, Progress progress) {
        this.folder = folder;
        this.data = data;
        this.progress = progress;
    }

    void settle() throws IOException {
        Optional<PidFile> file = PidFile.in(data);
        Optional<ProcessHandle> process =
                file.flatMap(PidFile::pid).flatMap(ProcessHandle::of).filter(ProcessHandle::isAlive);
        if (file.isEmpty() || process.isEmpty()) {
            return;
        }
        if (serves(process.get())) {
            progress.timed("stopped the PostgreSQL that a killed Poterne left behind", () -> stop(process.get()));
        } else if (!isPostgres(process.get())) {
            file.get().nameOurselves();
        }
    }

    /** A number alone proves nothing: after a restart of the machine it may be the mail server's. */
    private boolean serves(ProcessHandle process) {
        String[] arguments = process.info().arguments().orElseGet(() -> new String[0]);
        return isPostgres(process) && Arrays.asList(arguments).contains(data.toString());
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info().command().map(Path::of).stream().anyMatch(program -> program.endsWith("postgres"));
    }

    /** Gone when it serves no more: a dead process may bear its number until someone collects it. */
    private ProcessHandle stop(ProcessHandle process) throws IOException {
        ToolRun.signal(folder, "INT", process.pid());
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (serves(process)) {
            if (System.nanoTime() > deadline) {
                throw new EmbeddedPostgresFailure(
                        "The PostgreSQL that a killed Poterne left behind does not stop (process " + process.pid()
                                + "). Stop that process with SIGQUIT, and start again.");
            }
            pause();
        }
        return process;
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(20);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while stopping what was left behind", interrupted);
        }
    }
}
