package org.poterne.totp;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/** Six digits as a person types or pastes them: in groups, and in the digits of their keyboard. */
final class TypedCode {

    private static final int LONGEST = 32; // characters, spaces and all

    private final String digits;

    private TypedCode(String digits) {
        this.digits = digits;
    }

    /** What is no code at all is no guess either: a slip costs no attempt. */
    static Optional<TypedCode> parse(String typed) {
        if (typed.length() > LONGEST) {
            return Optional.empty();
        }
        var digits = new StringBuilder();
        for (var point : typed.codePoints().filter(point -> !isSeparator(point)).toArray()) {
            var digit = Character.digit(point, 10);
            if (digit < 0) {
                return Optional.empty();
            }
            digits.append(digit);
        }
        return digits.length() == Seed.DIGITS ? Optional.of(new TypedCode(digits.toString())) : Optional.empty();
    }

    private static boolean isSeparator(int point) {
        return Character.isWhitespace(point) || Character.isSpaceChar(point) || point == '-';
    }

    /** In constant time (ASVS 5.0 11.2.4). */
    boolean is(String code) {
        return MessageDigest.isEqual(
                digits.getBytes(StandardCharsets.US_ASCII), code.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public String toString() {
        return "TypedCode[redacted]";
    }
}
