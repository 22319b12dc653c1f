package org.poterne.database;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A program run to its end, with all it said. */
record ToolRun(int exitCode, String output) {

    static ToolRun of(Path folder, List<String> command, String input) throws IOException {
        Process process = builder(folder, command).redirectErrorStream(true).start();
        try (OutputStream stdin = process.getOutputStream()) {
            stdin.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException endedWithoutReading) {
            // What it said instead, and its exit code, tell more than a broken pipe.
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            return new ToolRun(process.waitFor(), output.strip());
        } catch (InterruptedException interrupted) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while running " + command, interrupted);
        }
    }

    /** Our environment stays ours (it may hold the mail server's password), and our folder may be closed to the tool. */
    static ProcessBuilder builder(Path folder, List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        Map<String, String> environment = builder.environment();
        String path = environment.getOrDefault("PATH", "/usr/local/bin:/usr/bin:/bin");
        environment.clear();
        environment.put("PATH", path);
        environment.put("LC_ALL", "C");
        return builder;
    }

    /** Java's own {@code destroy()} knows only SIGTERM, upon which PostgreSQL waits for its clients to leave. */
    static void signal(Path folder, String name, long pid) throws IOException {
        of(folder, List.of("sh", "-c", "kill -s \"$1\" \"$2\"", "sh", name, Long.toString(pid)), "");
    }

    boolean succeeded() {
        return exitCode == 0;
    }
}
