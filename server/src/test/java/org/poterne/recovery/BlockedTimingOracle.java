package org.poterne.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.poterne.house.House;
import org.poterne.house.RankTest;

/**
 * A benchmark, run by name ({@code ./poterne test -Dtest=BlockedTimingOracle}): does the page of a blocked name take as long
 * where an address is looked up and found as where one is invented? Medians and a rank test over interleaved samples.
 */
class BlockedTimingOracle {

    private static final House HOUSE = House.build().withHeavyHashes().start();
    private static final int SAMPLES = Integer.getInteger("poterne.samples", 300);
    private static final int WARM_UP = 50;
    private static final int PAIRS = 10;

    @Test
    void blockedNamesOfSomebodyAndOfNobody() {
        var somebodies = blocked(
                IntStream.range(0, PAIRS).mapToObj(_ -> Hotelier.at(HOUSE)).toList());
        var nobodies = blocked(
                IntStream.range(0, PAIRS).mapToObj(_ -> Hotelier.nobody(HOUSE)).toList());
        var theirs = new double[SAMPLES];
        var nobodys = new double[SAMPLES];
        for (var sample = -WARM_UP; sample < SAMPLES; sample++) {
            var pair = Math.floorMod(sample, PAIRS);
            // Which comes first alternates: whatever follows in the background disturbs both alike.
            var first = sample % 2 == 0;
            var one = timed(sample, 1, first ? somebodies.get(pair) : nobodies.get(pair));
            var two = timed(sample, 2, first ? nobodies.get(pair) : somebodies.get(pair));
            if (sample >= 0) {
                theirs[sample] = first ? one : two;
                nobodys[sample] = first ? two : one;
            }
        }
        System.out.printf("blocked names, %d samples each: %s%n", SAMPLES, RankTest.of(theirs, nobodys));
    }

    private static List<Hotelier> blocked(List<Hotelier> people) {
        people.forEach(person -> {
            HOUSE.withFreshBudgets();
            person.wrong(5);
        });
        return people;
    }

    private static double timed(int sample, int last, Hotelier person) {
        var number = sample + WARM_UP;
        var visitor = HOUSE.visitor().from("127." + (40 + last) + "." + (number >> 7) + "." + (1 + (number & 127)));
        var page = visitor.get("/extranet/recovery");
        var fields = Map.of(
                "username",
                person.username(),
                "_csrf",
                page.first("main input[name=_csrf]").attr("value"));
        var start = System.nanoTime();
        var seen = visitor.postAndStay("/extranet/recovery", fields);
        var milliseconds = (System.nanoTime() - start) / 1e6;
        assertThat(seen.status()).isEqualTo(422);
        return milliseconds;
    }
}
