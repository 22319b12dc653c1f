package org.poterne.challenge;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/** What came back, taken apart. Its puzzle may still be anybody's: only the signature tells. */
record PuzzleAnswer(String salt, int bits, Instant expiresAt, String signature, String whole) {

    /** One spelling only, short: what is no answer costs nothing to turn away. */
    private static final Pattern FORM = Pattern.compile(
            "(?<salt>[\\w-]{22})\\.(?<bits>\\d{1,2})\\.(?<expiry>\\d{10})\\.(?<signature>[\\w-]{43})\\.\\d{1,10}");

    private static final int DIGEST_BITS = 256;

    static Optional<PuzzleAnswer> parse(String text) {
        var form = FORM.matcher(text);
        return form.matches()
                ? Optional.of(new PuzzleAnswer(
                        form.group("salt"),
                        Integer.parseInt(form.group("bits")),
                        Instant.ofEpochSecond(Long.parseLong(form.group("expiry"))),
                        form.group("signature"),
                        text))
                : Optional.empty();
    }

    boolean isSolved() {
        return new BigInteger(1, sha256(whole)).bitLength() <= DIGEST_BITS - bits;
    }

    /** Of the puzzle, not of the answer: a second counter for the same puzzle is no second answer. */
    byte[] puzzleDigest() {
        return sha256(whole.substring(0, whole.lastIndexOf('.')));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
