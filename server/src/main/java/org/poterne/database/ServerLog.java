package org.poterne.database;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What PostgreSQL says, in {@code postgres.log}; the one before is kept as {@code postgres.log.1}. */
final class ServerLog {
    private static final Logger log = LoggerFactory.getLogger(ServerLog.class);
    private static final long LONGEST = 10_000_000;
    private static final int TAIL = 1_500;

    private final Path file;

    ServerLog(Path folder) throws IOException {
        file = folder.resolve("postgres.log");
        if (!Files.exists(file)) {
            Files.createFile(file, PrivateFiles.permissions("rw-------"));
        }
    }

    File file() {
        return file.toFile();
    }

    long length() throws IOException {
        return Files.size(file);
    }

    /** Copied and emptied, not renamed: the running server keeps writing, at the end of the same file. */
    void shorten() {
        try {
            if (length() > LONGEST) {
                Files.copy(file, file.resolveSibling("postgres.log.1"), REPLACE_EXISTING);
                truncate();
            }
        } catch (IOException failure) {
            log.warn("{} stays long: {}", file, failure.toString());
        }
    }

    private void truncate() throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(0);
        }
    }

    /** The last words since that length. */
    String since(long length) throws IOException {
        byte[] all = Files.readAllBytes(file);
        int begin = (int) Math.max(Math.min(length, all.length), all.length - TAIL);
        return new String(all, begin, all.length - begin, StandardCharsets.UTF_8).strip();
    }
}
