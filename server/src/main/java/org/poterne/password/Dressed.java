package org.poterne.password;

import java.util.ArrayList;
import java.util.List;

/**
 * One word dressed up as a password: {@code Motdepasse1!}, {@code P@ssw0rd}, {@code azertyuiop1}. Guessing programs dress
 * every word of their lists in just these ways, so that the digit and the sign add next to nothing.
 *
 * <p>Only a single word: what holds a space is a phrase, and a phrase is compared whole, not by what it contains (NIST SP
 * 800-63B-4 §3.1.1.2). Only where the word is at least half of it: eight random digits behind a name are a password.
 */
final class Dressed {

    private static final int LEAST_LETTERS = 4;
    private static final int LONGEST = 64;
    private static final String JOINTS = " ._-'’";

    private Dressed() {}

    /** {@code mot de passe}, {@code mot-de-passe}: one word all the same. Joints and nothing else stay as they are. */
    static String joined(String folded) {
        if (folded.chars().noneMatch(Dressed::isJoint)) {
            return folded;
        }
        var joined = folded.codePoints()
                .filter(letter -> !isJoint(letter))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return joined.isEmpty() ? folded : joined;
    }

    /** The words it may dress up, joined; none when it is a phrase, or hardly a word. */
    static List<String> words(String folded) {
        if (folded.length() > LONGEST || folded.chars().anyMatch(Character::isSpaceChar)) {
            return List.of();
        }
        var whole = joined(folded);
        if (whole.chars().noneMatch(Character::isLetter)) {
            return List.of();
        }
        var leading = signsBefore(whole);
        var trailing = signsBefore(new StringBuilder(whole).reverse());
        var words = new ArrayList<String>();
        // A sign at the edge may stand for a letter: whatever lies between "all cut off" and "nothing cut off" is
        // tried.
        for (var from = leading; from >= 0; from--) {
            for (var to = whole.length() - trailing; to <= whole.length(); to++) {
                if (to - from >= LEAST_LETTERS && 2 * (to - from) >= whole.length()) {
                    words.addAll(readings(whole.substring(from, to)));
                }
            }
        }
        return words;
    }

    private static List<String> readings(String word) {
        return word.chars().allMatch(Character::isLetter)
                ? List.of(word)
                : List.of(word, read(word, 'i'), read(word, 'l'));
    }

    /** @param one what 1, ! and | stand for */
    private static String read(String word, char one) {
        var letters = new StringBuilder(word);
        for (var i = 0; i < word.length(); i++) {
            letters.setCharAt(i, letter(word.charAt(i), one));
        }
        return letters.toString();
    }

    private static char letter(char sign, char one) {
        return switch (sign) {
            case '1', '!', '|' -> one;
            case '0' -> 'o';
            case '2' -> 'z';
            case '3', '€' -> 'e';
            case '4', '@' -> 'a';
            case '5', '$' -> 's';
            case '7', '+' -> 't';
            case '8' -> 'b';
            case '9' -> 'g';
            case '(' -> 'c';
            default -> sign;
        };
    }

    private static int signsBefore(CharSequence text) {
        var signs = 0;
        while (!Character.isLetter(text.charAt(signs))) {
            signs++;
        }
        return signs;
    }

    private static boolean isJoint(int letter) {
        return JOINTS.indexOf(letter) >= 0;
    }
}
