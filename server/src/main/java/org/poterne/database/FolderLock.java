package org.poterne.database;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One Poterne per folder. The kernel lets go of the lock when its holder dies, however it dies. */
final class FolderLock implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(FolderLock.class);

    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    static FolderLock take(Path folder) throws IOException {
        Path file = folder.resolve("lock");
        FileChannel channel =
                FileChannel.open(file, Set.of(CREATE, READ, WRITE), PrivateFiles.permissions("rw-------"));
        try {
            if (tryLock(channel) == null) {
                throw new EmbeddedPostgresFailure("The folder " + folder + " is held by another Poterne (process "
                        + Files.readString(file).strip() + "). Stop that one, or give this one another data folder.");
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.UTF_8)));
            return new FolderLock(channel);
        } catch (IOException | RuntimeException failure) {
            channel.close();
            throw failure;
        }
    }

    /** Whether another process has the folder open, now. */
    static boolean isHeld(Path folder) {
        try (var channel = FileChannel.open(folder.resolve("lock"), Set.of(READ, WRITE))) {
            return tryLock(channel) == null;
        } catch (IOException nobodyHasBeenHere) {
            return false;
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldInThisJvm) {
            return null;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException failure) {
            log.warn("The lock file did not close: {}", failure.toString());
        }
    }
}
