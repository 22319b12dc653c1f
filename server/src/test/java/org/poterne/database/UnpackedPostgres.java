package org.poterne.database;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The PostgreSQL programs of the tests that are not about unpacking them: once for all JVMs of one run. */
public final class UnpackedPostgres {

    private static final Path PROGRAMS = find();

    private UnpackedPostgres() {}

    public static Path programs() {
        return PROGRAMS;
    }

    /** Whoever comes second waits until the first is done. */
    private static Path find() {
        var folder = Path.of(System.getProperty("java.io.tmpdir"), "poterne-test-programs-" + run());
        try {
            Files.createDirectories(folder);
            PrivateFiles.permit(folder, "rwx--x--x"); // PostgreSQL's own account passes through
            try (var turn = FileChannel.open(folder.resolve("turn"), CREATE, WRITE);
                    var _ = turn.lock()) {
                return PostgresTools.find(folder, Optional.empty(), new Progress(System.out::println))
                        .programs();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The JVM that started this one, whatever shells stand between; this one when nothing did. */
    private static long run() {
        return Stream.iterate(
                        ProcessHandle.current().parent(),
                        Optional::isPresent,
                        one -> one.flatMap(ProcessHandle::parent))
                .flatMap(Optional::stream)
                .filter(one -> one.info().command().orElse("").endsWith("/java"))
                .findFirst()
                .orElse(ProcessHandle.current())
                .pid();
    }
}
