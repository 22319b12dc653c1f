package org.poterne.password;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The operator's list of breached passwords as a file of {@link BreachedBits}, mapped into memory: a billion of them take
 * 3.3 GB of disk and, of memory, what the system has to spare. It holds no hash.
 *
 * <p>Format, little end first: {@code POTERNEB}, version, hexadecimal digits of a hash, entries, blocks; the blocks from byte 64
 * on.
 */
final class BreachedFilter {

    static final int HEADER_BYTES = BreachedBits.BLOCK_BYTES;

    private static final long MAGIC = 0x42454e5245544f50L; // POTERNEB
    private static final int VERSION = 1;
    private static final int HASH_WORDS = 2;

    private final BreachedKind kind;
    private final long entries;
    private final BreachedBits bits;

    private BreachedFilter(BreachedKind kind, long entries, BreachedBits bits) {
        this.kind = kind;
        this.entries = entries;
        this.bits = bits;
    }

    /** @throws BreachedFileRefused when it is no such file, or not all of one */
    static BreachedFilter open(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            var header = ByteBuffer.allocate(HEADER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
            while (header.hasRemaining() && channel.read(header) >= 0) {
                // until it is full, or the file at its end
            }
            header.clear();
            if (header.getLong() != MAGIC || header.getInt() != VERSION) {
                throw BreachedFileRefused.filter(file, "is no filter of breached passwords of this version");
            }
            var kind = BreachedKind.ofDigits(header.getInt());
            var entries = header.getLong();
            var blocks = header.getLong();
            var size = channel.size();
            if (kind.isEmpty() || blocks < 1 || blocks > size) {
                throw BreachedFileRefused.filter(file, "is damaged");
            }
            if (size != HEADER_BYTES + blocks * BreachedBits.BLOCK_BYTES) {
                throw BreachedFileRefused.filter(file, "is not whole");
            }
            // Freed when nobody looks into it any more: a newer one may take its place under a look-up.
            var mapped = channel.map(
                    FileChannel.MapMode.READ_ONLY, HEADER_BYTES, blocks * BreachedBits.BLOCK_BYTES, Arena.ofAuto());
            return new BreachedFilter(kind.get(), entries, new BreachedBits(mapped));
        }
    }

    static ByteBuffer header(BreachedKind kind, long entries, long blocks) {
        return ByteBuffer.allocate(HEADER_BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(MAGIC)
                .putInt(VERSION)
                .putInt(kind.digits())
                .putLong(entries)
                .putLong(blocks)
                .clear();
    }

    boolean holds(RawPassword password) {
        var hash = ByteBuffer.wrap(kind.hash(password)).limit(HASH_WORDS * Long.BYTES);
        return bits.hold(hash.getLong(), hash.getLong());
    }

    BreachedKind kind() {
        return kind;
    }

    long entries() {
        return entries;
    }
}
