package org.poterne.authenticator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** The signed text says each part once, and in its place. */
class CallTextTests {

    private static final String[] PARTS = {"poche", "veste", "POST", "GET", "/authenticator/api/state", "/a", "", "0"};

    @Test
    void noTwoCallsHaveOneText() {
        var random = new Random(7);
        var seen = new HashMap<String, CallText>();
        Supplier<String> part = () -> PARTS[random.nextInt(PARTS.length)];
        for (var round = 0; round < 50_000; round++) {
            var call = new CallText(part.get(), part.get(), part.get(), random.nextInt(3), part.get(), part.get());
            var other = seen.putIfAbsent(call.text(), call);
            assertThat(other == null || other.equals(call)).as(call.text()).isTrue();
        }
    }

    @Test
    void theTextIsWhatThePhoneWrites() {
        var call =
                new CallText("poche", "POST", "/authenticator/api/answer", 1_700_000_000_000L, "A".repeat(22), "abc");
        assertThat(call.text())
                .isEqualTo("poche\nPOST\n/authenticator/api/answer\n1700000000000\n" + "A".repeat(22) + "\nabc");
    }
}
