package org.poterne.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ibm.icu.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read once says what ICU says at each reading. */
class SentenceTests {

    private static final Map<String, Object> VALUES = Map.of("name", "Camille {x} 'y'", "n", 1234567, "empty", "");

    private static final List<String> PIECES =
            List.of("{name}", "{n}", "{empty}", "{gone}", "'", "''", "{", "}", "#", "|", "é", "a b", " ");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{name}",
                "Bonjour {name}, à {empty}{name} !",
                "l'ami d'{name}",
                "'{name}' et ''{name}''",
                "it''s '{' {name} '}'",
                "a quote to the end '{name}",
                "{n} lettres pour {name}",
                "{n, plural, one{# lettre} other{# lettres de {name}}}",
                "{missing} et {name}",
                "{ name }",
                "{0}"
            })
    void itSaysWhatIcuSays(String pattern) {
        assertThat(Sentence.of(pattern).say(Locale.FRENCH, VALUES)).isEqualTo(icu(pattern));
        assertThat(Sentence.of(pattern).say(Locale.FRENCH, VALUES)).as("again").isEqualTo(icu(pattern));
    }

    @Test
    void itSaysWhatIcuSaysOfAnyPattern() {
        var random = new Random(20_261_127);
        for (var round = 0; round < 20_000; round++) {
            var pattern = random.ints(random.nextInt(9), 0, PIECES.size())
                    .mapToObj(PIECES::get)
                    .collect(Collectors.joining());
            assertThat(said(() -> Sentence.of(pattern).say(Locale.FRENCH, VALUES)))
                    .as(pattern)
                    .isEqualTo(said(() -> icu(pattern)));
        }
    }

    @Test
    void whatIsNoPatternIsRefused() {
        assertThatThrownBy(() -> Sentence.of("{name")).isInstanceOf(IllegalArgumentException.class);
    }

    private static String icu(String pattern) {
        return new MessageFormat(pattern, Locale.FRENCH).format(VALUES);
    }

    /** Both refuse, or both say the same. */
    private static String said(Supplier<String> saying) {
        try {
            return saying.get();
        } catch (IllegalArgumentException _) {
            return "refused";
        }
    }
}
