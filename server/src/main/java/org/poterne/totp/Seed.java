package org.poterne.totp;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.LongStream;

/** What an application and this server share: 160 random bits (RFC 4226 §4, R6). */
final class Seed {

    static final Duration STEP = Duration.ofSeconds(30);
    static final int DIGITS = 6;

    private static final int BYTES = 20;
    private static final int DRIFT =
            1; // step: a code of before, typed late; a telephone's clock that runs ahead (RFC 6238 §5.2)
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] secret;

    private Seed(byte[] secret) {
        this.secret = secret;
    }

    static Seed fresh() {
        var secret = new byte[BYTES];
        RANDOM.nextBytes(secret);
        return new Seed(secret);
    }

    /** What {@link #toSeal} gave. */
    static Seed opened(String text) {
        return new Seed(HexFormat.of().parseHex(text));
    }

    /** For sealing, and for nothing else. */
    String toSeal() {
        return HexFormat.of().formatHex(secret);
    }

    /** For the page that sets an application up, and for nothing else. */
    String reveal() {
        return Base32.encode(secret);
    }

    String code(long step) {
        return Hotp.code(secret, step, DIGITS);
    }

    /**
     * The step near this moment whose code was typed.
     *
     * @param after no step up to this one counts: its code was accepted already
     */
    Optional<Long> step(TypedCode typed, Instant now, long after) {
        var current = stepAt(now);
        return LongStream.rangeClosed(current - DRIFT, current + DRIFT)
                .filter(step -> typed.is(code(step)) && step > after)
                .boxed()
                .findFirst();
    }

    static long stepAt(Instant moment) {
        return Math.floorDiv(moment.getEpochSecond(), STEP.toSeconds());
    }

    @Override
    public String toString() {
        return "Seed[redacted]";
    }
}
