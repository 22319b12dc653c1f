package org.poterne.challenge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.poterne.house.PuzzleWork;

/** How much work an answer holds. */
class PuzzleAnswerTests {

    private static final String PUZZLE = "s".repeat(22) + ".%d.1800000000." + "m".repeat(43);

    /** Reckoned with Python's hashlib. */
    @ParameterizedTest
    @CsvSource({"0, 0", "1, 0", "8, 1", "12, 75", "16, 74805", "17, 310102", "18, 465862"})
    void vectorsOfAnotherSha256AreSolvedByAsManyBitsAsTheyHave(int bits, long counter) {
        var answer = PuzzleAnswer.parse(PUZZLE.formatted(bits) + "." + counter).orElseThrow();
        assertThat(answer.isSolved()).isTrue();
    }

    @Test
    void anAnswerIsSolvedWhenItsDigestBeginsWithSoManyZeroBitsAndNotOneFewer() {
        for (var bits = 0; bits <= 99; bits++) {
            for (var counter = 0; counter < 100; counter++) {
                var text = PUZZLE.formatted(bits) + "." + counter;
                assertThat(PuzzleAnswer.parse(text).orElseThrow().isSolved())
                        .as(text)
                        .isEqualTo(PuzzleWork.zeroBits(text) >= bits);
            }
        }
    }

    @Test
    void thePuzzleIsTheSameWhateverTheCounter() {
        var puzzle = PUZZLE.formatted(17);
        var one = PuzzleAnswer.parse(puzzle + ".1").orElseThrow().puzzleDigest();
        assertThat(PuzzleAnswer.parse(puzzle + ".2").orElseThrow().puzzleDigest())
                .isEqualTo(one);
        assertThat(PuzzleAnswer.parse(PUZZLE.formatted(16) + ".1").orElseThrow().puzzleDigest())
                .isNotEqualTo(one);
        assertThat(HexFormat.of().formatHex(one))
                .isEqualTo("cb7724e02dd5093e02b3efac8ed81620684407c4bce7d640dfc72a26ceab5042");
    }
}
