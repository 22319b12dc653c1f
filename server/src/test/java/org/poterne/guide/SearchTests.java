package org.poterne.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.poterne.guide.Topic.Beginning;

class SearchTests {

    private static final Topic BLOCKED =
            topic("Compte bloqué", "Trop d’essais. Un e-mail débloque : ouvrez-le, cœur léger.");
    private static final Topic LETTER = topic("Je n’ai pas reçu l’email", "Un compte bloqué ne l’empêche pas.");
    private static final Topic ARABIC = topic("إعادة تعيين كلمة المرور", "أدخِل عنوانك.");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bloqué",
                "BLOQUE",
                "compte  bloque",
                "débloque, compte!",
                "email debloque",
                "e-mail",
                "d'essais",
                "d’essais",
                "coeur",
                "ouvrez le"
            })
    void accentsCaseApostrophesAndHyphensDoNotMatter(String typed) {
        assertThat(Search.of(typed).in(List.of(BLOCKED))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"compte rouge", "", "  ", "?!", "'"})
    void everyWordMustStandSomewhereAndNoWordFindsNothing(String typed) {
        assertThat(Search.of(typed).in(List.of(BLOCKED))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"اعادة", "إعادة", "كلمه المرور", "ادخل"})
    void arabicIsFoundWithoutItsMarks(String typed) {
        assertThat(Search.of(typed).in(List.of(ARABIC))).hasSize(1);
    }

    @Test
    void whatStandsInTheTitleComesFirst() {
        assertThat(Search.of("bloqué").in(List.of(LETTER, BLOCKED))).containsExactly(BLOCKED, LETTER);
    }

    private static Topic topic(String title, String sentence) {
        return new Topic(
                "name",
                Shelf.GETTING_IN,
                List.of(),
                title,
                "",
                new Beginning("/sign-in", "Commencer"),
                List.of(Instruction.of(sentence)),
                List.of());
    }
}
