package org.poterne.rig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;

/** Folders of one run. */
public final class Folders {

    private Folders() {}

    /** Others may pass through: PostgreSQL runs as an account of its own when this one is root. */
    public static Path fresh(Path beside) {
        try {
            Files.createDirectories(beside);
            var folder = Files.createTempDirectory(beside.toRealPath(), "run-");
            return Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static void delete(Path folder) {
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

    /**
     * A tenant that comes with this module, as files: a server reads no others.
     *
     * @param from where it lies on the class path: {@code /bench-tenants}
     */
    public static Path tenant(Path folder, String from, String name) {
        var file = folder.resolve(name).resolve("tenant.yaml");
        try (var source = Folders.class.getResourceAsStream(from + "/" + name + "/tenant.yaml")) {
            if (source == null) {
                throw new IllegalStateException("no tenant " + name);
            }
            Files.createDirectories(folder.resolve(name));
            Files.copy(source, file);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
