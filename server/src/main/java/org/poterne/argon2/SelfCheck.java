package org.poterne.argon2;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;

/** Whether an implementation is right, and clearly quicker than another, on this machine and in this JVM. */
final class SelfCheck {

    /** What was found. */
    sealed interface Verdict {

        /** @param times as many hashes a second */
        record Quicker(double times) implements Verdict {}

        /** @param times as many hashes a second: below what is worth the change */
        record NotQuicker(double times) implements Verdict {}

        /** It gave another tag than RFC 9106, or than the other implementation. */
        record Wrong() implements Verdict {}
    }

    private static final HexFormat HEX = HexFormat.of();
    private static final Argon2Cost SMALL = new Argon2Cost(2_048, 1, 1);
    private static final int ROUNDS_AT_LEAST = 20; // before that the compiler has not seen enough of either
    private static final long PATIENCE_NANOS = 3_000_000_000L; // of work: on a busy machine that takes longer
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Argon2 candidate;
    private final Argon2 measure;
    private final double clearly;

    /** @param clearly how many times as quick it must be, above 1 */
    SelfCheck(Argon2 candidate, Argon2 measure, double clearly) {
        this.candidate = candidate;
        this.measure = measure;
        this.clearly = clearly;
    }

    /** For some seconds at most, on the caller's thread. */
    Verdict run() {
        return givesThePublishedTag() && agrees() ? compare() : new Verdict.Wrong();
    }

    /** RFC 9106 §5.3. */
    private boolean givesThePublishedTag() {
        var input = new Argon2Input(filled(32, 1), filled(16, 2), filled(8, 3), filled(12, 4));
        return HEX.formatHex(candidate.hash(input, new Argon2Cost(32, 3, 4), 32))
                .equals("0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659");
    }

    private boolean agrees() {
        var random = new Random();
        var input = new Argon2Input(drawn(random, 20), drawn(random, 16), drawn(random, 32));
        return MessageDigest.isEqual(candidate.hash(input, SMALL, 32), measure.hash(input, SMALL, 32));
    }

    private Verdict compare() {
        var mine = Long.MAX_VALUE;
        var others = Long.MAX_VALUE;
        var end = worked() + PATIENCE_NANOS;
        for (var round = 1; worked() < end; round++) {
            mine = Math.min(mine, nanosOf(candidate));
            others = Math.min(others, nanosOf(measure));
            if (round >= ROUNDS_AT_LEAST && others > clearly * mine) {
                return new Verdict.Quicker((double) others / mine);
            }
        }
        return new Verdict.NotQuicker((double) others / mine);
    }

    private static long nanosOf(Argon2 argon2) {
        var started = worked();
        argon2.hash(new Argon2Input(filled(16, 1), filled(16, 2), filled(32, 3)), SMALL, 32);
        return worked() - started;
    }

    /** By this thread, in nanoseconds: what others do on the machine is not part of it. */
    private static long worked() {
        return THREADS.isCurrentThreadCpuTimeSupported() ? THREADS.getCurrentThreadCpuTime() : System.nanoTime();
    }

    private static byte[] drawn(Random random, int length) {
        var bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] filled(int length, int value) {
        var bytes = new byte[length];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }
}
