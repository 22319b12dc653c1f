package org.poterne.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.poterne.house.MovableClock;

class LatelyWrongTests {

    private final MovableClock clock = new MovableClock();
    private final LatelyWrong lately = new LatelyWrong(clock);

    @Test
    void aPlaceIsRememberedForAQuarterOfAnHourAndForgottenWithinTwo() {
        for (var minute = 0; minute < 30; minute++) {
            lately.add("192.0.2.1 at " + minute);
            clock.forward(LatelyWrong.WHILE.minusSeconds(1));
            assertThat(lately.perhaps("192.0.2.1 at " + minute)).isTrue();
            clock.forward(LatelyWrong.WHILE.plusSeconds(1).plusMinutes(minute));
            assertThat(lately.perhaps("192.0.2.1 at " + minute)).isFalse();
        }
    }

    @Test
    void nothingIsLeftOfANightWithoutAnybody() {
        lately.add("192.0.2.1");
        clock.forward(Duration.ofHours(8));
        assertThat(lately.perhaps("192.0.2.1")).isFalse();
    }

    @Test
    void thousandsAreRememberedAndFewOthersAreTakenForThem() {
        IntStream.range(0, 10_000).forEach(number -> lately.add("198.51." + number));
        assertThat(IntStream.range(0, 10_000)).allMatch(number -> lately.perhaps("198.51." + number));
        assertThat(IntStream.range(0, 10_000)
                        .filter(number -> lately.perhaps("203.0." + number))
                        .count())
                .isLessThan(1_000);
    }
}
