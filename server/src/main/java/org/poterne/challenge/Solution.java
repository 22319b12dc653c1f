package org.poterne.challenge;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * What the image shows and the voice says, and the seed that both are made from, so that a reload brings the same ones and
 * helps nobody.
 */
record Solution(String characters, String digits, long seed) {

    /**
     * Nobody takes one for another, bent or not: no I and 1, S and 5, B and 8, Z and 2, no 7 beside T, no N and W beside M; and
     * see {@link #TAKEN_FOR}.
     */
    static final String ALPHABET = "ACDEFHJKLMPRTXY3469";

    /** What is never drawn, and may be read all the same. */
    private static final Map<String, String> TAKEN_FOR = Map.of("O", "D", "0", "D", "Q", "D", "V", "Y", "G", "6");

    /** 19^6 is 25 bits: guessing is hopeless where each guess kills its question. */
    static final int LENGTH = 6;

    private static final String DIGITS = "0123456789";

    /** Longer than any spelling of six characters. */
    private static final int LONGEST = 64;

    static Solution fresh(RandomGenerator random) {
        return new Solution(pick(ALPHABET, random), pick(DIGITS, random), random.nextLong());
    }

    /** Read or heard: either will do. */
    boolean isGivenBy(String typed) {
        var given = canonical(typed);
        var read = given.chars()
                .mapToObj(Character::toString)
                .map(sign -> TAKEN_FOR.getOrDefault(sign, sign))
                .collect(Collectors.joining());
        return isSame(read, characters) || isSame(given, digits);
    }

    String written() {
        return characters + " " + digits + " " + seed;
    }

    static Solution read(String written) {
        var parts = written.split(" ", -1);
        return new Solution(parts[0], parts[1], Long.parseLong(parts[2]));
    }

    /** As people type it: in small letters, in groups, in full width, with the digits of their own script. */
    static String canonical(String typed) {
        if (typed.length() > LONGEST) {
            return "";
        }
        return Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .codePoints()
                .filter(sign -> Character.isLetterOrDigit(sign))
                .mapToObj(sign ->
                        Character.isDigit(sign) ? String.valueOf(Character.digit(sign, 10)) : Character.toString(sign))
                .collect(Collectors.joining());
    }

    /** No answer reaches a log by accident. */
    @Override
    public String toString() {
        return "Solution[redacted]";
    }

    private static String pick(String signs, RandomGenerator random) {
        return random.ints(LENGTH, 0, signs.length())
                .mapToObj(at -> signs.substring(at, at + 1))
                .collect(Collectors.joining());
    }

    private static boolean isSame(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
