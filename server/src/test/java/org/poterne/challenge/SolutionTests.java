package org.poterne.challenge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people type for what they read or hear. */
class SolutionTests {

    private static final Solution SOLUTION = new Solution("DYAKR6", "204871", 7);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DYAKR6",
                "dyakr6",
                "  dy ak r6 ",
                "D-Y-A-K-R-6",
                "D.Y.A.K.R.6",
                "ＤＹＡＫＲ６",
                "dYaKr٦",
                "OYAKR6",
                "0vakrg",
                "204871",
                "20 48 71",
                "204 871",
                "２０４８７１",
                "٢٠٤٨٧١",
                "२०४८७१",
                "20\u00a048\u202f71",
                "DYAKR6\uD800"
            })
    void readOrHeardItIsGivenInAnySpelling(String typed) {
        assertThat(SOLUTION.isGivenBy(typed)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "DYAKR",
                "DYAKR66",
                "DYAKR9",
                "6RKAYD",
                "204872",
                "2O4871",
                "DYAKR6204871",
                "DYAKR6 204871 7",
                "ДYAKR6",
                "\u0000",
                "%"
            })
    void anythingElseIsNoAnswer(String typed) {
        assertThat(SOLUTION.isGivenBy(typed)).isFalse();
    }

    @Test
    void aBookIsNoAnswerAndCostsNothing() {
        assertThat(SOLUTION.isGivenBy("DYAKR6" + " ".repeat(1_000_000))).isFalse();
    }

    @Test
    void whatIsDrawnIsOfTheAlphabetAndNeverTheSameTwice() {
        var random = new SplittableRandom(1);
        var seen = new HashSet<String>();
        for (var time = 0; time < 1_000; time++) {
            var solution = Solution.fresh(random);
            assertThat(solution.characters()).matches("[" + Solution.ALPHABET + "]{6}");
            assertThat(solution.digits()).matches("[0-9]{6}");
            assertThat(solution.isGivenBy(solution.characters())).isTrue();
            assertThat(Solution.read(solution.written())).isEqualTo(solution);
            assertThat(seen.add(solution.written())).isTrue();
        }
    }

    @Test
    void noTwoCharactersAreTakenForEachOther() {
        for (var pair : List.of("O0", "I1", "S5", "B8", "Z2", "UV", "G6", "QO", "VY", "NM", "T7")) {
            assertThat(pair.chars()
                            .filter(sign -> Solution.ALPHABET.indexOf(sign) >= 0)
                            .count())
                    .as(pair)
                    .isLessThanOrEqualTo(1);
        }
    }

    @Test
    void itTellsNoLog() {
        assertThat(SOLUTION.toString()).doesNotContain("DYAKR6", "204871");
    }
}
