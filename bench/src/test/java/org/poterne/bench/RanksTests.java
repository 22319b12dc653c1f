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

    @Test
    void aShiftOfATenthOfTheSpreadIsSeenInManySamples() {
        var random = new Random(7);
        var here = IntStream.range(0, 4_000)
                .mapToDouble(_ -> random.nextGaussian())
                .toArray();
        var same = IntStream.range(0, 4_000)
                .mapToDouble(_ -> random.nextGaussian())
                .toArray();
        var later = IntStream.range(0, 4_000)
                .mapToDouble(_ -> random.nextGaussian() + 0.1)
                .toArray();
        assertThat(Ranks.of(here, same).p()).isGreaterThan(0.01);
        assertThat(Ranks.of(here, later).p()).isLessThan(0.01);
    }
}
