package org.poterne.profile;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.lang.UCharacter;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Which names are one when somebody writes theirs again: RT-14 of the requirements. */
class LooseFormTests {

    private static final List<String> NAMES = List.of(
            "Camille",
            "Jean-Pierre",
            "O’Brien",
            "Élise",
            "Straße",
            "İpek",
            "Œuvrard",
            "Łukasz",
            "Søren",
            "Þóra",
            "Ægir",
            "d’Arc",
            "Le Goff",
            "Nguyễn",
            "Владимир",
            "Ελένη",
            "محمّد",
            "عبد الرحمن",
            "שָׁלוֹם",
            "李",
            "がく",
            "한글",
            "क्षितिज");

    @ParameterizedTest
    @CsvSource({
        "O'Brien, O’Brien",
        "O'Brien, OBRIEN",
        "O'Brien, O Brien",
        "Jean-Pierre, jean pierre",
        "Jean-Pierre, JeanPierre",
        "Jean‑Pierre, Jean–Pierre",
        "Élise, Elise",
        "Élise, E\u0301LISE",
        "Straße, STRASSE",
        "Großmann, grossmann",
        "İpek, ipek",
        "Işık, ISIK",
        "Œuvrard, oeuvrard",
        "Ægir, Aegir",
        "Łukasz, lukasz",
        "Søren, Soren",
        "Müller, Muller",
        "Nguyễn, nguyen",
        "Le Goff, legoff",
        "' Martin ', Martin",
        "Ｍａｒｔｉｎ, martin",
        "Ἑλένη, ελενη",
        "محمّد, محمد",
        "مـحـمـد, محمد",
        "أحمد, احمد",
        "שָׁלוֹם, שלום",
    })
    void theseAreTheSameName(String kept, String typed) {
        assertThat(LooseForm.of(typed)).isEqualTo(LooseForm.of(kept));
    }

    @ParameterizedTest
    @CsvSource({
        "Martin, Martins",
        "Martin, Martini",
        "Camille, Kamille",
        "Müller, Mueller",
        "Élise, Elisa",
        "Straße, Strase",
        "Jean-Pierre, Pierre-Jean",
        "Petit, Petite",
        "Anna, Ana",
        "Martin, Mаrtin",
        "OBrien, 0Brien",
        "か, が",
        "李, 王",
    })
    void theseAreNot(String kept, String typed) {
        assertThat(LooseForm.of(typed)).isNotEqualTo(LooseForm.of(kept));
    }

    @ParameterizedTest
    @MethodSource("names")
    void caseAccentsSpacesHyphensAndApostrophesDoNotCountHoweverTheyAreCoded(String name) {
        var loose = LooseForm.of(name);
        for (var form : Normalizer.Form.values()) {
            assertThat(LooseForm.of(Normalizer.normalize(name, form))).isEqualTo(loose);
        }
        assertThat(LooseForm.of(UCharacter.toUpperCase(Locale.ROOT, name))).isEqualTo(loose);
        assertThat(LooseForm.of(UCharacter.toLowerCase(Locale.ROOT, name))).isEqualTo(loose);
        for (var between : List.of(" ", "\u00a0", "-", "\u2010", "\u2013", "'", "’", "ʼ", "  - ")) {
            assertThat(LooseForm.of(between + name + between)).isEqualTo(loose);
            assertThat(LooseForm.of(
                            name.replace(" ", between).replace("-", between).replace("’", between)))
                    .isEqualTo(loose);
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void twoDifferentNamesOfTheListNeverMeet(String name) {
        assertThat(NAMES.stream().filter(other -> LooseForm.of(other).equals(LooseForm.of(name))))
                .containsExactly(name);
    }

    /** Whatever is typed: the form of a form is itself, and nothing that was something becomes nothing. */
    @Test
    void theLooseFormIsStableAndNeverEmptyForWhatIsNot() {
        var random = new Random(41);
        for (var round = 0; round < 20_000; round++) {
            var text = random.ints(1 + random.nextInt(12), 0, 0x2FFF)
                    .filter(Character::isDefined)
                    .filter(point -> !Character.isISOControl(point) && !Character.isWhitespace(point))
                    .filter(point -> Character.getType(point) != Character.SURROGATE)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            var loose = LooseForm.of(text);
            assertThat(LooseForm.of(loose))
                    .as("the form of the form of %s", text)
                    .isEqualTo(loose);
            if (text.codePoints().anyMatch(Character::isLetterOrDigit)) {
                assertThat(loose).as("the form of %s", text).isNotEmpty();
            }
        }
    }

    @Test
    void whatIsOnlyMarksIsComparedAsItStands() {
        assertThat(LooseForm.of("-")).isNotEqualTo(LooseForm.of("'"));
        assertThat(LooseForm.of(" - ")).isEqualTo(LooseForm.of("-"));
    }

    /** One letter more, less or other is another name. */
    @Test
    void aSlipInALetterIsASlip() {
        for (var name : List.of("Camille", "Martin", "Владимир", "Ελένη")) {
            IntStream.range(0, name.length()).forEach(at -> {
                var without = name.substring(0, at) + name.substring(at + 1);
                var other = name.substring(0, at) + "x" + name.substring(at + 1);
                assertThat(LooseForm.of(without)).isNotEqualTo(LooseForm.of(name));
                assertThat(LooseForm.of(other)).isNotEqualTo(LooseForm.of(name));
            });
        }
    }

    private static Stream<String> names() {
        return NAMES.stream();
    }
}
