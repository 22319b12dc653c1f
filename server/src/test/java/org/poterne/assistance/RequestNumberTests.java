package org.poterne.assistance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people say on the telephone. */
class RequestNumberTests {

    @ParameterizedTest
    @ValueSource(strings = {"4821-7730", "48217730", "4821 7730", "  4821-7730 "})
    void isUnderstoodHoweverItIsSpaced(String text) {
        assertThat(RequestNumber.parse(text)).map(RequestNumber::value).contains("4821-7730");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "4821", "4821-77301", "4821--7730", "४८२१-७७३०", "' or 1=1"})
    void anythingElseIsNone(String text) {
        assertThat(RequestNumber.parse(text)).isEmpty();
    }

    @Test
    void isDrawnAndNotCounted() {
        var drawn = java.util.stream.Stream.generate(RequestNumber::fresh)
                .limit(200)
                .distinct()
                .count();
        assertThat(drawn).isGreaterThan(195);
    }
}
