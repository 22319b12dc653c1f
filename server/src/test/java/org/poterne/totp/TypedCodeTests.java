package org.poterne.totp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypedCodeTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "123456",
                " 123 456 ",
                "123-456",
                "12 34 56",
                "123\u00a0456",
                "123\u202f456",
                "١٢٣٤٥٦",
                "１２３４５６",
                "123456\n"
            })
    void theseAreTheSameCode(String typed) {
        assertThat(TypedCode.parse(typed))
                .hasValueSatisfying(code -> assertThat(code.is("123456")).isTrue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "12345",
                "1234567",
                "12345a",
                "12345O",
                "0x1234",
                "1 2 3 4 5",
                "123456 123456",
                "1234.56",
                "½23456"
            })
    void theseAreNone(String typed) {
        assertThat(TypedCode.parse(typed)).isEmpty();
    }

    @Test
    void anEndlessTextIsNone() {
        assertThat(TypedCode.parse(" ".repeat(100_000) + "123456")).isEmpty();
    }

    @RepeatedTest(200)
    void groupsAndSpacesChangeNothing(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var code = "%06d".formatted(random.nextInt(1_000_000));
        var typed = new StringBuilder();
        code.chars()
                .forEach(digit -> typed.append(" ".repeat(random.nextInt(3))).append((char) digit));
        assertThat(TypedCode.parse(typed.toString()))
                .hasValueSatisfying(parsed -> assertThat(parsed.is(code)).isTrue());
    }

    /** RFC 6238 §5.2: one step of delay each way, each code once, and none older than one that was accepted. */
    @Test
    void theWindowIsOneStepEachWayAndNeverBackwards() {
        var seed = Seed.fresh();
        var now = Instant.ofEpochSecond(1_800_000_015);
        var step = Seed.stepAt(now);
        for (var drift = -3; drift <= 3; drift++) {
            var typed = TypedCode.parse(seed.code(step + drift)).orElseThrow();
            assertThat(seed.step(typed, now, 0).isPresent()).as("step " + drift).isEqualTo(Math.abs(drift) <= 1);
            assertThat(seed.step(typed, now, step).isPresent())
                    .as("step " + drift + " after this one")
                    .isEqualTo(drift == 1);
        }
    }

    @Test
    void nothingPrintsASeedOrACode() {
        var seed = Seed.fresh();
        assertThat(seed.toString()).doesNotContain(seed.reveal(), seed.toSeal());
        assertThat(TypedCode.parse("123456").orElseThrow().toString()).doesNotContain("123456");
    }
}
