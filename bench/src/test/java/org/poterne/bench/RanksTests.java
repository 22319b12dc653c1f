package org.poterne.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RanksTests {

    /** By hand: U = 0 of 25, z = −12.5 / √(25·11/12). */
    @Test
    void samplesThatDoNotOverlapAreToldApart() {
        var ranks = Ranks.of(new double[] {1, 2, 3, 4, 5}, new double[] {6, 7, 8, 9, 10});
        assertThat(ranks.p()).isCloseTo(0.00902, within(0.0001));
        assertThat(ranks.firstMedian()).isEqualTo(3);
        assertThat(ranks.secondMedian()).isEqualTo(8);
    }

    @Test
    void equalTimesShareTheirRankAndTellNothing() {
        assertThat(Ranks.of(new double[] {2, 2, 2}, new double[] {2, 2, 2}).p()).isCloseTo(1, within(1e-6));
        assertThat(Ranks.of(new double[] {1, 2, 2, 3}, new double[] {1, 2, 2, 3})
                        .p())
                .isCloseTo(1, within(1e-6));
    }

    /** A p below 0.05 comes by chance once in twenty times: neither more nor less. */
    @Test
    void chanceAlonePartsOneInTwenty() {
        var random = new Random(7);
        var parted = IntStream.range(0, 1_000)
                .filter(_ -> Ranks.of(normal(random, 0), normal(random, 0)).p() < 0.05)
                .count();
        assertThat(parted).isBetween(35L, 65L);
    }

    @Test
    void aShiftOfAFifthOfTheSpreadIsSeen() {
        var random = new Random(7);
        var seen = IntStream.range(0, 100)
                .filter(_ -> Ranks.of(normal(random, 0), normal(random, 0.2)).p() < 0.05)
                .count();
        assertThat(seen).isGreaterThan(80);
    }

    private static double[] normal(Random random, double shift) {
        return IntStream.range(0, 500)
                .mapToDouble(_ -> random.nextGaussian() + shift)
                .toArray();
    }
}
