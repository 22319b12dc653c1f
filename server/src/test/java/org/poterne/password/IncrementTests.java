package org.poterne.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A password counted up is no new one. */
class IncrementTests {

    @ParameterizedTest
    @CsvSource({
        "Printemps2024!, Printemps2025!",
        "Printemps2024!, printemps2024!",
        "Printemps2024!, 2024Printemps",
        "Printemps, Printemps1",
        "verger tambour 1, verger tambour 2",
        "verger tambour, verger-tambour!",
        "été 2024, ETE 2025",
        "12345678, 12345679",
        "12345678, 2345678",
        "xk7, xk8",
        "verger, verter",
        "vergers, verger",
        "verger, verger",
    })
    void countedUp(String current, String next) {
        assertThat(between(current, next)).isTrue();
        assertThat(between(next, current)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "Printemps2024!, Automne2024!",
        "verger tambour, verger tambour ficelle",
        "12345678, 87654321",
        "xk7, pq9",
        "sel 42, sel 57",
    })
    void another(String current, String next) {
        assertThat(between(current, next)).isFalse();
        assertThat(between(next, current)).isFalse();
    }

    @Test
    void oneCharacterPutInLeftOutOrReplacedAnywhereIsSeen() {
        var random = new Random(20_261_123);
        for (var round = 0; round < 5_000; round++) {
            var text = new StringBuilder();
            for (var i = 0; i < 8; i++) {
                text.append((char) ('!' + random.nextInt(90)));
            }
            var other = new StringBuilder(text);
            var at = random.nextInt(8);
            switch (random.nextInt(3)) {
                case 0 -> other.insert(at, '7');
                case 1 -> other.deleteCharAt(at);
                default -> other.setCharAt(at, '7');
            }
            assertThat(between(text.toString(), other.toString()))
                    .as("%s, %s", text, other)
                    .isTrue();
        }
    }

    private static boolean between(String current, String next) {
        return Increment.between(new RawPassword(current), new RawPassword(next));
    }
}
