package org.poterne.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.poterne.house.House;
import org.poterne.house.RankTest;

/**
 * A benchmark, run by name ({@code ./poterne test -Dtest=SignUpTimingOracle}): where messages are neutral, do free and taken
 * addresses take the same time? It prints medians and a rank test over interleaved samples; on a shared machine only their
 * ratio says anything.
 */
class SignUpTimingOracle {

    private static final House HOUSE = Newcomer.neutralHouse();
    private static final int SAMPLES = Integer.getInteger("poterne.samples", 200);
    private static final int WARM_UP = 40;

    @Test
    void signUp() {
        report("/sanspseudo/sign-up");
    }

    @Test
    void askingAgain() {
        report("/sanspseudo/confirm/resend");
    }

    private static void report(String path) {
        var taken = new double[SAMPLES];
        var free = new double[SAMPLES];
        for (var sample = -WARM_UP; sample < SAMPLES; sample++) {
            var known = HOUSE.person("sanspseudo").email();
            var stranger = Newcomer.at("sanspseudo").email();
            // Which comes first alternates: whatever follows in the background disturbs both alike.
            var order = sample % 2 == 0 ? List.of(known, stranger) : List.of(stranger, known);
            for (var email : order) {
                var milliseconds = time(path, email);
                if (sample >= 0) {
                    (email.equals(known) ? taken : free)[sample] = milliseconds;
                }
            }
        }
        System.out.printf("%s, taken and free, %d samples each: %s%n", path, SAMPLES, RankTest.of(taken, free));
    }

    private static double time(String path, String email) {
        var visitor = Newcomer.visitor(HOUSE);
        var fields = Map.of(
                "_csrf",
                visitor.get(path).first("main input[name=_csrf]").attr("value"),
                "name",
                "Noé",
                "email",
                email,
                "password",
                "trois mots de plus");
        var start = System.nanoTime();
        var seen = visitor.postAndStay(path, fields);
        var milliseconds = (System.nanoTime() - start) / 1e6;
        assertThat(seen.status()).isEqualTo(303);
        return milliseconds;
    }
}
