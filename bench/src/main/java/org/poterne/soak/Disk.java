package org.poterne.soak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The disk of the database. As root it is a file system of its own in memory, which can be filled; for anybody else a mere
 * folder, which cannot.
 */
final class Disk implements AutoCloseable {

    private static final String SIZE = "768m"; // the write-ahead log alone may take what the server allows it
    private static final ByteBuffer A_LUMP = ByteBuffer.allocateDirect(1 << 20);

    private final Path folder;
    private final boolean mounted;

    private Disk(Path folder, boolean mounted) {
        this.folder = folder;
        this.mounted = mounted;
    }

    static Disk in(Path folder) {
        try {
            Files.createDirectories(folder);
            var options = "size=" + SIZE + ",mode=0711";
            var mounted = run("mount", "-t", "tmpfs", "-o", options, "tmpfs", folder.toString());
            return new Disk(folder, mounted);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path folder() {
        return folder;
    }

    boolean canBeFilled() {
        return mounted;
    }

    /** To the last page. */
    void fill() {
        try (var file = FileChannel.open(ballast(), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            while (file.write(A_LUMP.duplicate()) > 0) {
                // until there is no room
            }
        } catch (IOException _) {
            // there is none left: that was wanted
        }
    }

    void empty() {
        try {
            Files.deleteIfExists(ballast());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path ballast() {
        return folder.resolve("ballast");
    }

    @Override
    public void close() {
        if (mounted) {
            release(folder);
        }
    }

    /** At once, whoever still has a file open. Where nothing is mounted, nothing happens. */
    static void release(Path folder) {
        run("umount", "-l", folder.toString());
    }

    private static boolean run(String... command) {
        try {
            var process = new ProcessBuilder(List.of(command))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException _) {
            return false; // no such program here
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
