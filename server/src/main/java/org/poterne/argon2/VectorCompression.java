package org.poterne.argon2;

import static jdk.incubator.vector.VectorOperators.ROR;
import static jdk.incubator.vector.VectorOperators.XOR;

import java.util.Arrays;
import java.util.Objects;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The compression function G (RFC 9106 §3.5) on vectors of eight words. A block is eight rows of sixteen words; here it lies
 * column after column, so that one vector holds one column, a word of each row: the permutation of all eight rows is then
 * made of whole vectors, and so is that of the columns once both halves are transposed.
 *
 * <p>Each method stays small and calls nothing of ours inside: HotSpot's compiler stops inlining after some thousand nodes,
 * and a vector that crosses a call is an object on the heap, twenty times slower.
 *
 * <p>Bounds are checked once a block, by {@link #compress} and {@link #compressOver}, where the API would check them two
 * hundred times: all other places are constants within blocks of this class's own.
 */
final class VectorCompression {

    /** Words of a block. */
    static final int BLOCK = 128;

    static {
        System.setProperty("jdk.incubator.vector.VECTOR_ACCESS_OOB_CHECK", "0"); // read when the API is first used
    }

    private static final VectorSpecies<Long> EIGHT = LongVector.SPECIES_512;
    private static final long LOW = 0xFFFF_FFFFL;

    // Which lanes of two vectors, the second's counted from eight, the three stages of a transposition take.
    private static final LongVector EVEN_1 = lanes(0, 8, 2, 10, 4, 12, 6, 14);
    private static final LongVector ODD_1 = lanes(1, 9, 3, 11, 5, 13, 7, 15);
    private static final LongVector EVEN_2 = lanes(0, 1, 8, 9, 4, 5, 12, 13);
    private static final LongVector ODD_2 = lanes(2, 3, 10, 11, 6, 7, 14, 15);
    private static final LongVector EVEN_4 = lanes(0, 1, 2, 3, 8, 9, 10, 11);
    private static final LongVector ODD_4 = lanes(4, 5, 6, 7, 12, 13, 14, 15);

    private final long[] sum = new long[BLOCK];
    private final long[] rows = new long[BLOCK];
    private final long[] columns = new long[BLOCK];

    /** Whether this machine has vectors that wide; narrower ones gain too little to leave Bouncy Castle for them. */
    static boolean isOffered() {
        return LongVector.SPECIES_PREFERRED.length() >= EIGHT.length();
    }

    /** Where the word of that number in the RFC's order lies in a block. */
    static int at(int word) {
        return word % 16 * 8 + word / 16;
    }

    /** The block at {@code to} becomes G of the two others; all three are offsets into the memory. */
    void compress(long[] memory, int previous, int reference, int to) {
        check(memory, previous, reference, to);
        for (var i = 0; i < BLOCK; i += 8) {
            var both = LongVector.fromArray(EIGHT, memory, previous + i)
                    .lanewise(XOR, LongVector.fromArray(EIGHT, memory, reference + i));
            both.intoArray(rows, i);
            both.intoArray(sum, i);
        }
        permute(memory, to);
    }

    /** As {@link #compress}, added to what is there: passes after the first. */
    void compressOver(long[] memory, int previous, int reference, int to) {
        check(memory, previous, reference, to);
        for (var i = 0; i < BLOCK; i += 8) {
            var both = LongVector.fromArray(EIGHT, memory, previous + i)
                    .lanewise(XOR, LongVector.fromArray(EIGHT, memory, reference + i));
            both.intoArray(rows, i);
            both.lanewise(XOR, LongVector.fromArray(EIGHT, memory, to + i)).intoArray(sum, i);
        }
        permute(memory, to);
    }

    void forget() {
        Arrays.fill(sum, 0);
        Arrays.fill(rows, 0);
        Arrays.fill(columns, 0);
    }

    private static void check(long[] memory, int previous, int reference, int to) {
        Objects.checkFromIndexSize(previous, BLOCK, memory.length);
        Objects.checkFromIndexSize(reference, BLOCK, memory.length);
        Objects.checkFromIndexSize(to, BLOCK, memory.length);
    }

    private void permute(long[] memory, int to) {
        rounds(rows);
        transpose(rows, columns, 0);
        transpose(rows, columns, 8);
        rounds(columns);
        transpose(columns, rows, 0);
        transpose(columns, rows, 8);
        for (var i = 0; i < BLOCK; i += 8) {
            LongVector.fromArray(EIGHT, rows, i)
                    .lanewise(XOR, LongVector.fromArray(EIGHT, sum, i))
                    .intoArray(memory, to + i);
        }
    }

    /** The permutation P (§3.6) of eight rows at once. */
    private static void rounds(long[] words) {
        quarter(words, 0, 4, 8, 12);
        quarter(words, 1, 5, 9, 13);
        quarter(words, 2, 6, 10, 14);
        quarter(words, 3, 7, 11, 15);
        quarter(words, 0, 5, 10, 15);
        quarter(words, 1, 6, 11, 12);
        quarter(words, 2, 7, 8, 13);
        quarter(words, 3, 4, 9, 14);
    }

    /** GB of §3.6: a + b + 2 · low(a) · low(b), where BLAKE2b has a + b. */
    private static void quarter(long[] words, int i, int j, int k, int l) {
        var a = LongVector.fromArray(EIGHT, words, 8 * i);
        var b = LongVector.fromArray(EIGHT, words, 8 * j);
        var c = LongVector.fromArray(EIGHT, words, 8 * k);
        var d = LongVector.fromArray(EIGHT, words, 8 * l);
        var product = a.and(LOW).mul(b.and(LOW));
        a = a.add(product).add(b.add(product));
        d = d.lanewise(XOR, a).lanewise(ROR, 32);
        product = c.and(LOW).mul(d.and(LOW));
        c = c.add(product).add(d.add(product));
        b = b.lanewise(XOR, c).lanewise(ROR, 24);
        product = a.and(LOW).mul(b.and(LOW));
        a = a.add(product).add(b.add(product));
        d = d.lanewise(XOR, a).lanewise(ROR, 16);
        product = c.and(LOW).mul(d.and(LOW));
        c = c.add(product).add(d.add(product));
        b = b.lanewise(XOR, c).lanewise(ROR, 63);
        a.intoArray(words, 8 * i);
        b.intoArray(words, 8 * j);
        c.intoArray(words, 8 * k);
        d.intoArray(words, 8 * l);
    }

    /** Every second vector from there on, as an eight by eight square on its side. */
    private static void transpose(long[] from, long[] to, int first) {
        var a0 = LongVector.fromArray(EIGHT, from, first);
        var a1 = LongVector.fromArray(EIGHT, from, first + 16);
        var a2 = LongVector.fromArray(EIGHT, from, first + 32);
        var a3 = LongVector.fromArray(EIGHT, from, first + 48);
        var a4 = LongVector.fromArray(EIGHT, from, first + 64);
        var a5 = LongVector.fromArray(EIGHT, from, first + 80);
        var a6 = LongVector.fromArray(EIGHT, from, first + 96);
        var a7 = LongVector.fromArray(EIGHT, from, first + 112);
        var b0 = EVEN_1.selectFrom(a0, a1);
        var b1 = ODD_1.selectFrom(a0, a1);
        var b2 = EVEN_1.selectFrom(a2, a3);
        var b3 = ODD_1.selectFrom(a2, a3);
        var b4 = EVEN_1.selectFrom(a4, a5);
        var b5 = ODD_1.selectFrom(a4, a5);
        var b6 = EVEN_1.selectFrom(a6, a7);
        var b7 = ODD_1.selectFrom(a6, a7);
        a0 = EVEN_2.selectFrom(b0, b2);
        a1 = EVEN_2.selectFrom(b1, b3);
        a2 = ODD_2.selectFrom(b0, b2);
        a3 = ODD_2.selectFrom(b1, b3);
        a4 = EVEN_2.selectFrom(b4, b6);
        a5 = EVEN_2.selectFrom(b5, b7);
        a6 = ODD_2.selectFrom(b4, b6);
        a7 = ODD_2.selectFrom(b5, b7);
        EVEN_4.selectFrom(a0, a4).intoArray(to, first);
        EVEN_4.selectFrom(a1, a5).intoArray(to, first + 16);
        EVEN_4.selectFrom(a2, a6).intoArray(to, first + 32);
        EVEN_4.selectFrom(a3, a7).intoArray(to, first + 48);
        ODD_4.selectFrom(a0, a4).intoArray(to, first + 64);
        ODD_4.selectFrom(a1, a5).intoArray(to, first + 80);
        ODD_4.selectFrom(a2, a6).intoArray(to, first + 96);
        ODD_4.selectFrom(a3, a7).intoArray(to, first + 112);
    }

    private static LongVector lanes(long... numbers) {
        return LongVector.fromArray(EIGHT, numbers, 0);
    }
}
