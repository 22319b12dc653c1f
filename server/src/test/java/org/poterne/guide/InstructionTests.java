package org.poterne.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.poterne.walk.Entry;
import org.poterne.walk.Step.Fill;
import org.poterne.walk.Step.OnPhone;
import org.poterne.walk.Step.Press;
import org.poterne.walk.Typed.Known;
import org.poterne.words.Sentences;
import org.poterne.words.Words;

class InstructionTests {

    private static final Words FRENCH = new Sentences().in(Locale.FRENCH);

    @Test
    void whereAStepIsDoneIsToldWhereItChanges() {
        var told = Instruction.of(
                FRENCH,
                List.of(
                        new Press("Un"),
                        new OnPhone(new Press("Deux")),
                        new OnPhone(new Press("Trois")),
                        new Press("Quatre")));
        assertThat(told)
                .extracting(Instruction::place)
                .containsExactly("", "Sur votre téléphone", "", "Dans votre navigateur");
    }

    @Test
    void manyFieldsAreAListAndTwoAreASentence() {
        var email = new Entry("Email", Known.E_MAIL);
        var name = new Entry("Nom", Known.USERNAME);
        var password = new Entry("Mot de passe", Known.NEW_PASSWORD);
        var told = Instruction.of(
                FRENCH,
                List.of(
                        new Fill(List.of(email, name), "Envoyer"),
                        new OnPhone(new Fill(List.of(email, name, password), "Envoyer", "8 caractères"))));
        assertThat(told.getFirst().fields()).isEmpty();
        assertThat(told.getFirst().sentence()).contains("«\u00a0Email\u00a0» et «\u00a0Nom\u00a0»");
        assertThat(told.getLast().fields()).containsExactly("Email", "Nom", "Mot de passe");
        assertThat(told.getLast().sentence())
                .isEqualTo("Renseignez ces champs, puis cliquez sur «\u00a0Envoyer\u00a0»\u00a0:");
        assertThat(told.getLast().note()).isEqualTo("8 caractères");
    }
}
