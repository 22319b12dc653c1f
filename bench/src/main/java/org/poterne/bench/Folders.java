package org.poterne.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;

/** Folders of one run. */
final class Folders {

    private Folders() {}

    /** Others may pass through: PostgreSQL runs as an account of its own when this one is root. */
    static Path fresh(Path beside) {
        try {
            Files.createDirectories(beside);
            var folder = Files.createTempDirectory(beside.toRealPath(), "run-");
            return Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The tenant that is measured, as files: a server reads no others. */
    static Path tenants(Path folder) {
        var file = folder.resolve("bench/tenant.yaml");
        try (var source = Folders.class.getResourceAsStream("/bench-tenants/bench/tenant.yaml")) {
            if (source == null) {
                throw new IllegalStateException("no tenant to measure");
            }
            Files.createDirectories(folder.resolve("bench"));
            Files.copy(source, file);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
