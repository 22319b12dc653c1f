package org.poterne.rig;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TallyTests {

    @Test
    void whatSeveralClientsMetIsPutTogether() {
        var whole = new Tally();
        whole.add(counted(1, 50));
        whole.add(counted(51, 100));
        var result = whole.over(Duration.ofSeconds(2));
        assertThat(result.good()).isEqualTo(100);
        assertThat(result.perSecond()).isEqualTo(50);
        assertThat(result.milliseconds(50)).isBetween(49.9, 50.1);
        assertThat(result.milliseconds(99)).isBetween(98.9, 99.1);
    }

    @Test
    void refusalsAndFailuresAreToldApartAndHaveNoTime() {
        var tally = new Tally();
        tally.count(new Outcome.Busy(), 1);
        tally.count(new Outcome.TooMany(), 1);
        tally.count(new Outcome.Failed("500 /gimic/sign-in"), 1);
        var result = tally.over(Duration.ofSeconds(1));
        assertThat(result.good()).isZero();
        assertThat(result.busy()).isEqualTo(1);
        assertThat(result.tooMany()).isEqualTo(1);
        assertThat(result.failed()).isEqualTo(1);
        assertThat(result.failures()).containsExactly("500 /gimic/sign-in");
    }

    private static Tally counted(int from, int to) {
        var tally = new Tally();
        for (var milliseconds = from; milliseconds <= to; milliseconds++) {
            tally.count(new Outcome.Good(), milliseconds * 1_000_000L);
        }
        return tally;
    }
}
