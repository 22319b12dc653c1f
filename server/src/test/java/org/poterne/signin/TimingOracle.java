package org.poterne.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.poterne.house.House;
import org.poterne.house.RankTest;
import org.poterne.house.Seen;
import org.poterne.house.Visitor;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A benchmark, run by name ({@code ./poterne test -Dtest=TimingOracle}): do known and unknown addresses take the same time?
 * It prints medians and a rank test over interleaved samples; on a shared machine only their ratio says anything.
 */
class TimingOracle {

    private static final House HOUSE = House.open();
    private static final int SAMPLES = Integer.getInteger("poterne.samples", 300);
    private static final int WARM_UP = 50;

    @Test
    void forgottenPassword() {
        report("forgotten password", 422, (visitor, email) -> {
            var page = visitor.get("/gimic/recovery");
            return timed(visitor, "/gimic/recovery", Map.of("email", email, "_csrf", form(page)));
        });
    }

    @Test
    void signInWithAWrongPassword() {
        report("sign-in", 303, (visitor, email) -> {
            var page = visitor.get("/gimic/sign-in");
            return timed(
                    visitor, "/gimic/sign-in", Map.of("identifier", email, "password", "faux", "_csrf", form(page)));
        });
    }

    private record Timed(Seen seen, double milliseconds) {}

    private static void report(String what, int never, BiFunction<Visitor, String, Timed> ask) {
        var known = new double[SAMPLES];
        var unknown = new double[SAMPLES];
        for (var sample = -WARM_UP; sample < SAMPLES; sample++) {
            var person = HOUSE.person("gimic");
            HOUSE.bean(JdbcClient.class)
                    .sql("""
                            insert into password (tenant_id, account_id, phc, replaced_at)
                            select tenant_id, id, :phc, now() from account where email = :email
                            """)
                    .param("phc", SOMEBODYS)
                    .param("email", person.email())
                    .update();
            // Which comes first alternates: whatever follows in the background disturbs both alike.
            var first = sample % 2 == 0;
            var one = ask.apply(from(sample, 1), first ? person.email() : stranger(sample));
            var other = ask.apply(from(sample, 2), first ? stranger(sample) : person.email());
            assertThat(one.seen().status())
                    .isEqualTo(other.seen().status())
                    .isNotEqualTo(never)
                    .isLessThan(429);
            if (sample >= 0) {
                known[sample] = (first ? one : other).milliseconds();
                unknown[sample] = (first ? other : one).milliseconds();
            }
        }
        System.out.printf("%s, known and unknown, %d samples each: %s%n", what, SAMPLES, RankTest.of(known, unknown));
    }

    /** A hash of no password here; the pepper's id is that of every new key file. */
    private static final String SOMEBODYS =
            "$argon2id$v=19$m=19456,t=2,p=1,keyid=azE$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    private static Timed timed(Visitor visitor, String path, Map<String, String> fields) {
        var start = System.nanoTime();
        var seen = visitor.postAndStay(path, fields);
        return new Timed(seen, (System.nanoTime() - start) / 1e6);
    }

    private static Visitor from(int sample, int last) {
        var number = sample + WARM_UP;
        return HOUSE.visitor().from("127." + (10 + last) + "." + (number >> 8) + "." + (1 + (number & 127)));
    }

    private static String stranger(int sample) {
        return "stranger." + (sample + WARM_UP) + "@example.org";
    }

    private static String form(Seen page) {
        return page.first("main input[name=_csrf]").attr("value");
    }
}
