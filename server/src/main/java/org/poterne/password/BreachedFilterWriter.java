package org.poterne.password;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writes a {@link BreachedFilter} beside the one in use, and puts it in its place in one act: whole, or not at all. */
final class BreachedFilterWriter implements AutoCloseable {

    private static final int CHUNK = 1 << 20;

    private final Path target;
    private final Path draft;
    private final FileChannel channel;
    private final Arena arena = Arena.ofConfined();
    private final BreachedBits bits;

    BreachedFilterWriter(Path target, BreachedKind kind, long entries) throws IOException {
        var folder = target.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException("no folder for " + target);
        }
        this.target = target;
        Files.createDirectories(folder);
        this.draft = Files.createTempFile(folder, "passwords-", ".new");
        this.channel = FileChannel.open(draft, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            var blocks = BreachedBits.blocksFor(entries);
            write(BreachedFilter.header(kind, entries, blocks));
            fill(blocks * BreachedBits.BLOCK_BYTES);
            this.bits = new BreachedBits(channel.map(
                    FileChannel.MapMode.READ_WRITE,
                    BreachedFilter.HEADER_BYTES,
                    blocks * BreachedBits.BLOCK_BYTES,
                    arena));
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    void add(long first, long second) {
        bits.add(first, second);
    }

    void putInPlace() throws IOException {
        arena.close(); // what was written through memory is in the file
        channel.force(true);
        Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
    }

    /** What is not in its place by now leaves nothing behind. */
    @Override
    public void close() throws IOException {
        if (arena.scope().isAlive()) {
            arena.close();
        }
        channel.close();
        Files.deleteIfExists(draft);
    }

    /** Every byte, now: a disk that fills up later, under mapped memory, would end the process. */
    private void fill(long bytes) throws IOException {
        var zeros = ByteBuffer.allocateDirect(CHUNK);
        for (var left = bytes; left > 0; left -= zeros.limit()) {
            write(zeros.clear().limit((int) Math.min(CHUNK, left)));
        }
    }

    private void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }
}
