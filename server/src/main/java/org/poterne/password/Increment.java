package org.poterne.password;

/**
 * The same password counted up: {@code Printemps2025!} after {@code Printemps2024!}. It is what people answer a change with,
 * and what whoever knows the old one tries first (Zhang, Monrose, Reiter, CCS 2010: 41 % within three seconds).
 */
final class Increment {

    private static final int TELLING = 4;

    private Increment() {}

    static boolean between(RawPassword current, RawPassword next) {
        var before = current.folded();
        var after = next.folded();
        var letters = letters(before);
        return (letters.length() >= TELLING && letters.equals(letters(after))) || isOneStep(before, after);
    }

    private static String letters(String folded) {
        return folded.codePoints()
                .filter(Character::isLetter)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** One character put in, left out or replaced; or none. */
    private static boolean isOneStep(String before, String after) {
        var one = before.codePoints().toArray();
        var other = after.codePoints().toArray();
        var shorter = Math.min(one.length, other.length);
        if (Math.max(one.length, other.length) - shorter > 1) {
            return false;
        }
        var front = 0;
        while (front < shorter && one[front] == other[front]) {
            front++;
        }
        var back = 0;
        while (back < shorter - front && one[one.length - 1 - back] == other[other.length - 1 - back]) {
            back++;
        }
        return Math.max(one.length, other.length) - front - back <= 1;
    }
}
