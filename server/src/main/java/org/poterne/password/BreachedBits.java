package org.poterne.password;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/**
 * Which bits of the filter stand for a hash: a blocked Bloom filter (Putze, Sanders, Singler, WEA 2007). Ten bits of one
 * block of 512, so that a look-up touches one line of memory; the file's order is that of the hashes, so that a sorted list
 * is written from front to back. With 26 bits an entry, one stranger in 29,000 is taken for an entry (3.4·10⁻⁵).
 */
final class BreachedBits {

    static final int BLOCK_BYTES = 64;
    static final int BITS_PER_ENTRY = 26;

    private static final int BITS = 10;
    private static final int BITS_OF_SECOND = 7;
    private static final int WIDTH = 9; // of the number of a bit in its block
    private static final ValueLayout.OfLong WORD = ValueLayout.JAVA_LONG.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final MemorySegment blocks;
    private final long count;

    /** @param blocks whole blocks and nothing else */
    BreachedBits(MemorySegment blocks) {
        this.blocks = blocks;
        this.count = blocks.byteSize() / BLOCK_BYTES;
    }

    static long blocksFor(long entries) {
        return Math.max(1, Math.ceilDiv(entries * BITS_PER_ENTRY, BLOCK_BYTES * 8L));
    }

    /** @param first the first eight bytes of the hash, big end first; {@code second} the next eight */
    void add(long first, long second) {
        var block = block(first);
        for (var number = 0; number < BITS; number++) {
            var bit = bit(number, first, second);
            var word = block + (bit >>> 6) * 8L;
            blocks.set(WORD, word, blocks.get(WORD, word) | (1L << bit));
        }
    }

    boolean hold(long first, long second) {
        var block = block(first);
        for (var number = 0; number < BITS; number++) {
            var bit = bit(number, first, second);
            if ((blocks.get(WORD, block + (bit >>> 6) * 8L) & (1L << bit)) == 0) {
                return false;
            }
        }
        return true;
    }

    /** By the upper bits of the hash: in the order of a sorted list. */
    private long block(long first) {
        return Math.unsignedMultiplyHigh(first, count) * BLOCK_BYTES;
    }

    /** Seven numbers from the second word, the others from the end of the first, which does not choose the block. */
    private static int bit(int number, long first, long second) {
        var bits =
                number < BITS_OF_SECOND ? second >>> (number * WIDTH) : first >>> ((number - BITS_OF_SECOND) * WIDTH);
        return (int) bits & ((1 << WIDTH) - 1);
    }
}
