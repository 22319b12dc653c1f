package org.poterne.rig;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.poterne.rig.Rounds.Competitor;

class RoundsTests {

    private static final Machine.Bounds BOUNDS = new Machine.Bounds(10, 3);

    @Test
    void aDisturbedRoundIsDroppedAndMadeAgain() {
        var kept = rounds(3, 0, 50, 0, 0).run(counting());
        assertThat(kept.of("a")).containsExactly(1, 3, 4);
        assertThat(kept.dropped()).isEqualTo(1);
        assertThat(kept.isQuiet()).isTrue();
    }

    @Test
    void whenAllAreDisturbedTheLeastDisturbedCountAndItIsSaid() {
        var kept = rounds(2, 90, 20, 80, 30).run(counting());
        assertThat(kept.of("a")).containsExactly(2, 4);
        assertThat(kept.dropped()).isEqualTo(2);
        assertThat(kept.isQuiet()).isFalse();
    }

    @Test
    void everySecondRoundTakesTheCompetitorsBackwards() {
        var order = new ArrayList<String>();
        rounds(2, 0, 0)
                .run(List.of(
                        new Competitor<>("a", () -> told(order, "a")), new Competitor<>("b", () -> told(order, "b"))));
        assertThat(order).containsExactly("a", "b", "b", "a");
    }

    @Test
    void whatOthersTookIsWhatTheMachineDidLessWhatWeDid() {
        var before = Machine.parse("cpu  100 0 100 800 0 0 0 0 0 0", Duration.ofMillis(500));
        var after = Machine.parse("cpu  150 0 110 830 0 0 0 10 0 0", Duration.ofMillis(900));
        var disturbance = after.since(before);
        assertThat(disturbance.others()).isEqualTo(20);
        assertThat(disturbance.steal()).isEqualTo(10);
    }

    @Test
    void aMedianOfTwoIsBetweenThem() {
        assertThat(Range.of(List.of(4.0, 1.0, 3.0, 2.0), value -> value)).isEqualTo(new Range(1, 2.5, 4));
    }

    /** A machine of which others took these percents, round by round. */
    private static Rounds<Integer> rounds(int wanted, int... others) {
        var readings = new ArrayList<Machine>();
        var now = new Machine(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO);
        for (var percent : others) {
            var next = new Machine(
                    now.elapsed().plusMillis(100), now.busy().plusMillis(percent), Duration.ZERO, Duration.ZERO);
            readings.addAll(List.of(now, next));
            now = next;
        }
        return new Rounds<>(wanted, BOUNDS, readings::removeFirst);
    }

    private static List<Competitor<Integer>> counting() {
        var made = new AtomicInteger();
        return List.of(new Competitor<>("a", made::incrementAndGet));
    }

    private static int told(List<String> order, String name) {
        order.add(name);
        return order.size();
    }
}
