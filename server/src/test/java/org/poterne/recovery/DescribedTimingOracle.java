package org.poterne.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.poterne.house.House;
import org.poterne.house.RankTest;
import org.poterne.house.Visitor;

/**
 * A benchmark, run by name ({@code ./poterne test -Dtest=DescribedTimingOracle}): does a request take as long for whoever
 * describes an account as for whoever describes it wrongly, or nobody's? Medians and a rank test over interleaved samples.
 */
class DescribedTimingOracle {

    private static final House HOUSE = House.build().withHeavyHashes().start();
    private static final int SAMPLES = Integer.getInteger("poterne.samples", 300);
    private static final int WARM_UP = 50;

    @Test
    void describedRightlyAndWrongly() {
        report("described rightly and wrongly", (person, _) -> person.with("family-name", "Martine"));
    }

    @Test
    void knownAndUnknown() {
        report("known and unknown", (person, sample) -> person.with("email", "stranger." + sample + "@example.org"));
    }

    private static void report(String what, BiFunction<Described, Integer, Map<String, String>> other) {
        var right = new double[SAMPLES];
        var wrong = new double[SAMPLES];
        for (var sample = -WARM_UP; sample < SAMPLES; sample++) {
            var person = Described.at(HOUSE);
            // Which comes first alternates: whatever follows in the background disturbs both alike.
            var first = sample % 2 == 0;
            var one = timed(from(sample, 1), first ? person.fields() : other.apply(person, sample + WARM_UP));
            var two = timed(from(sample, 2), first ? other.apply(person, sample + WARM_UP) : person.fields());
            if (sample >= 0) {
                right[sample] = first ? one : two;
                wrong[sample] = first ? two : one;
            }
        }
        System.out.printf("recovery request, %s, %d samples each: %s%n", what, SAMPLES, RankTest.of(right, wrong));
    }

    private static double timed(Visitor visitor, Map<String, String> described) {
        var page = visitor.get("/metamots/recovery");
        var fields = new HashMap<>(described);
        fields.put("_csrf", page.first("main input[name=_csrf]").attr("value"));
        var start = System.nanoTime();
        var seen = visitor.postAndStay("/metamots/recovery", fields);
        var milliseconds = (System.nanoTime() - start) / 1e6;
        assertThat(seen.status()).isEqualTo(303);
        return milliseconds;
    }

    private static Visitor from(int sample, int last) {
        var number = sample + WARM_UP;
        return HOUSE.visitor().from("127." + (30 + last) + "." + (number >> 7) + "." + (1 + (number & 127)));
    }
}
