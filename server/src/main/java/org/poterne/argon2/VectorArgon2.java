package org.poterne.argon2;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.bouncycastle.crypto.digests.Blake2bDigest;

/**
 * One memory and the filling of it (RFC 9106 §3.2 to §3.4), compression by {@link VectorCompression}: one hash at a time.
 * The memory is kept for the next hash, which writes every block before it reads it.
 */
final class VectorArgon2 {

    private static final int BLOCK = VectorCompression.BLOCK;
    private static final int SLICES = 4;
    private static final int VERSION = 0x13;
    private static final int ARGON2ID = 2;
    private static final int PREHASH_BYTES = 64;

    private final VectorCompression vectors = new VectorCompression();
    private final long[] addresses = new long[3 * BLOCK]; // a block of zeros, what is asked for, the answer
    private long[] memory = {};
    private Argon2Cost cost = new Argon2Cost(8, 1, 1);
    private int segment; // blocks of a lane in a slice
    private int lane; // blocks of a lane

    byte[] hash(Argon2Input input, Argon2Cost wanted, int length) {
        cost = wanted;
        segment = cost.memory() / (SLICES * cost.lanes());
        lane = SLICES * segment;
        var words = Math.multiplyExact(Math.multiplyExact(cost.lanes(), lane), BLOCK);
        if (memory.length < words) {
            memory = new long[words];
        }
        begin(prehash(input, length));
        for (var pass = 0; pass < cost.passes(); pass++) {
            for (var slice = 0; slice < SLICES; slice++) {
                for (var row = 0; row < cost.lanes(); row++) {
                    fill(pass, slice, row);
                }
            }
        }
        return end(length);
    }

    void forget() {
        Arrays.fill(memory, 0);
        Arrays.fill(addresses, 0);
        vectors.forget();
    }

    /** H0 (§3.2). */
    private byte[] prehash(Argon2Input input, int length) {
        var blake = new Blake2bDigest(8 * PREHASH_BYTES);
        for (var number : new int[] {cost.lanes(), length, cost.memory(), cost.passes(), VERSION, ARGON2ID}) {
            update(blake, number);
        }
        for (var part : new byte[][] {input.password(), input.salt(), input.secret(), input.associated()}) {
            update(blake, part.length);
            blake.update(part, 0, part.length);
        }
        return finished(blake);
    }

    /** The first two blocks of each lane. */
    private void begin(byte[] prehash) {
        for (var row = 0; row < cost.lanes(); row++) {
            for (var column = 0; column < 2; column++) {
                var seed = new byte[PREHASH_BYTES + 2 * Integer.BYTES];
                littleEndian(seed).put(prehash).putInt(column).putInt(row);
                var block = littleEndian(expand(seed, BLOCK * Long.BYTES)).asLongBuffer();
                for (var word = 0; word < BLOCK; word++) {
                    memory[block(row, column) + VectorCompression.at(word)] = block.get(word);
                }
            }
        }
    }

    /** A segment. The first half of the first pass takes its references from a counter, what follows from the blocks themselves. */
    private void fill(int pass, int slice, int row) {
        var independent = pass == 0 && slice < SLICES / 2;
        var first = pass == 0 && slice == 0 ? 2 : 0;
        if (independent) {
            askForAddresses(slice, row);
        }
        for (var i = first; i < segment; i++) {
            var column = slice * segment + i;
            var previous = block(row, column == 0 ? lane - 1 : column - 1);
            if (independent && (i % BLOCK == 0 || i == first)) {
                nextAddresses();
            }
            var random = independent
                    ? addresses[2 * BLOCK + VectorCompression.at(i % BLOCK)]
                    : memory[previous + VectorCompression.at(0)];
            var reference = reference(pass, slice, row, i, random);
            if (pass == 0) {
                vectors.compress(memory, previous, reference, block(row, column));
            } else {
                vectors.compressOver(memory, previous, reference, block(row, column));
            }
        }
    }

    /** The block that J1 and J2 point at (§3.4.1.3, §3.4.2): of another lane only what its earlier slices finished. */
    private int reference(int pass, int slice, int row, int i, long random) {
        var other = pass == 0 && slice == 0 ? row : (int) ((random >>> 32) % cost.lanes());
        var finished = pass == 0 ? slice * segment : lane - segment;
        var here = other == row ? i - 1 : i == 0 ? -1 : 0;
        var area = finished + here;
        var low = random & 0xFFFF_FFFFL;
        var back = (area * ((low * low) >>> 32)) >>> 32;
        var begin = pass == 0 || slice == SLICES - 1 ? 0 : (slice + 1) * segment;
        return block(other, (int) ((begin + area - 1 - back) % lane));
    }

    /** §3.4.1.2; only the first pass asks. */
    private void askForAddresses(int slice, int row) {
        Arrays.fill(addresses, 0);
        var asked = new long[] {0, row, slice, (long) cost.lanes() * lane, cost.passes(), ARGON2ID};
        for (var word = 0; word < asked.length; word++) {
            addresses[BLOCK + VectorCompression.at(word)] = asked[word];
        }
    }

    private void nextAddresses() {
        addresses[BLOCK + VectorCompression.at(6)]++;
        vectors.compress(addresses, 0, BLOCK, 2 * BLOCK);
        vectors.compress(addresses, 0, 2 * BLOCK, 2 * BLOCK);
    }

    /** The last blocks of all lanes, added and hashed. */
    private byte[] end(int length) {
        var last = new byte[BLOCK * Long.BYTES];
        var words = littleEndian(last);
        for (var word = 0; word < BLOCK; word++) {
            var sum = 0L;
            for (var row = 0; row < cost.lanes(); row++) {
                sum ^= memory[block(row, lane - 1) + VectorCompression.at(word)];
            }
            words.putLong(sum);
        }
        return expand(last, length);
    }

    private int block(int row, int column) {
        return (row * lane + column) * BLOCK;
    }

    /** The hash of variable length, H' (§3.3). */
    private static byte[] expand(byte[] input, int length) {
        var blake = new Blake2bDigest(8 * Math.min(length, PREHASH_BYTES));
        update(blake, length);
        blake.update(input, 0, input.length);
        var output = new byte[length];
        var rest = ByteBuffer.wrap(output);
        var part = finished(blake);
        while (rest.remaining() > PREHASH_BYTES) {
            rest.put(part, 0, PREHASH_BYTES / 2);
            blake = new Blake2bDigest(8 * Math.min(rest.remaining(), PREHASH_BYTES));
            blake.update(part, 0, part.length);
            part = finished(blake);
        }
        rest.put(part);
        return output;
    }

    private static void update(Blake2bDigest blake, int number) {
        var bytes = new byte[Integer.BYTES];
        littleEndian(bytes).putInt(number);
        blake.update(bytes, 0, bytes.length);
    }

    private static byte[] finished(Blake2bDigest blake) {
        var digest = new byte[blake.getDigestSize()];
        blake.doFinal(digest, 0);
        return digest;
    }

    private static ByteBuffer littleEndian(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
