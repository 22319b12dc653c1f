package org.poterne.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class RankTestTests {

    private static final Random RANDOM = new Random(7);

    @Test
    void samplesOfOneKindAreNotToldApart() {
        assertThat(RankTest.of(sample(500, 0), sample(500, 0)).p()).isGreaterThan(0.01);
    }

    @Test
    void aSmallShiftIsSeen() {
        assertThat(RankTest.of(sample(500, 0), sample(500, 0.3)).p()).isLessThan(0.01);
    }

    private static double[] sample(int size, double shift) {
        return RANDOM.doubles(size).map(value -> value + shift).toArray();
    }
}
