package org.poterne.password;

import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Passwords that are a pattern and nothing else: one letter again and again, a run, a short piece repeated. A guessing
 * program has them all (NIST SP 800-63B-4 §3.1.1.2; zxcvbn). Asked only where fewer than 15 characters are enough: there
 * the standard leaves length alone to judge.
 */
final class Trivial {

    private static final int SHORT_PIECE = 4;
    private static final int LONGEST = 64; // beyond it nobody guesses how often
    private static final int DIGITS = 10;

    private Trivial() {}

    static boolean is(String folded) {
        return folded.length() <= LONGEST && isPattern(folded);
    }

    private static boolean isPattern(String folded) {
        return isRun(folded)
                || piece(folded).filter(piece -> piece.length() <= SHORT_PIECE).isPresent();
    }

    /** What it is two or more of: {@code azerty} in {@code azertyazerty}. */
    static Optional<String> piece(String folded) {
        return IntStream.rangeClosed(1, folded.length() / 2)
                .filter(length -> folded.length() % length == 0)
                .mapToObj(length -> folded.substring(0, length))
                .filter(piece -> piece.repeat(folded.length() / piece.length()).equals(folded))
                .findFirst();
    }

    /** {@code abcdefghij}, {@code 0987654321}, {@code 1234567890123}: each follows the one before it, or each goes before it. */
    private static boolean isRun(String folded) {
        return folded.length() > 2 && (isRun(folded, 1) || isRun(folded, -1));
    }

    private static boolean isRun(String folded, int step) {
        return IntStream.range(1, folded.length())
                .allMatch(at -> isNext(folded.charAt(at - 1), folded.charAt(at), step));
    }

    /** Nine is followed by nought. */
    private static boolean isNext(char before, char after, int step) {
        var distance = after - before;
        var areDigits = isDigit(before) && isDigit(after);
        return areDigits ? Math.floorMod(distance, DIGITS) == Math.floorMod(step, DIGITS) : distance == step;
    }

    private static boolean isDigit(char letter) {
        return '0' <= letter && letter <= '9';
    }
}
