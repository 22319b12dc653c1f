package org.poterne.house;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** What a browser with JavaScript does with the puzzle of a page: {@code Map.of("challenge", PuzzleWork.answer(page))}. */
public final class PuzzleWork {

    private PuzzleWork() {}

    public static String answer(Seen page) {
        var puzzle = page.first("[data-puzzle]");
        return answer(puzzle.attr("data-puzzle"), Integer.parseInt(puzzle.attr("data-bits")));
    }

    public static String answer(String puzzle, int bits) {
        return answer(puzzle, bits, 0);
    }

    /** The first counter from here on that solves it. */
    public static String answer(String puzzle, int bits, long counter) {
        for (var next = counter; ; next++) {
            var answer = puzzle + "." + next;
            if (zeroBits(answer) >= bits) {
                return answer;
            }
        }
    }

    /** With how many zero bits the text's SHA-256 begins. */
    public static int zeroBits(String text) {
        try {
            var bits = 0;
            for (var octet : MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8))) {
                if (octet != 0) {
                    return bits + Integer.numberOfLeadingZeros(octet & 0xff) - 24;
                }
                bits += 8;
            }
            return bits;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
