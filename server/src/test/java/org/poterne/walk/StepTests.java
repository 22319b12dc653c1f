package org.poterne.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.poterne.walk.Step.Fill;
import org.poterne.walk.Step.Follow;
import org.poterne.walk.Step.Letter;
import org.poterne.walk.Step.OnPhone;
import org.poterne.walk.Step.Open;
import org.poterne.walk.Step.Pick;
import org.poterne.walk.Step.Press;
import org.poterne.walk.Step.Read;
import org.poterne.walk.Typed.Known;
import org.poterne.words.Sentences;

class StepTests {

    private static final Entry EMAIL = new Entry("Email", Known.E_MAIL);
    private static final Entry PASSWORD = new Entry("Mot de passe", Known.PASSWORD);

    @ParameterizedTest
    @MethodSource("steps")
    void aStepIsToldInTheImperativeWithTheWordsOfThePage(Step step, String sentence) {
        assertThat(step.sentence(new Sentences().in(Locale.FRENCH))).isEqualTo(sentence);
    }

    static Stream<Arguments> steps() {
        return Stream.of(
                Arguments.of(new Open("/sign-in", "la page de connexion"), "Rendez-vous sur la page de connexion."),
                Arguments.of(
                        new Follow("Mot de passe oublié\u202f?"),
                        "Cliquez sur le lien «\u00a0Mot de passe oublié\u202f?\u00a0»."),
                Arguments.of(new Press("Envoyer"), "Cliquez sur le bouton «\u00a0Envoyer\u00a0»."),
                Arguments.of(
                        new Fill(List.of(EMAIL), "Se connecter"),
                        "Renseignez «\u00a0Email\u00a0», puis cliquez sur «\u00a0Se connecter\u00a0»."),
                Arguments.of(
                        new Fill(List.of(EMAIL, PASSWORD), "Se connecter"),
                        "Renseignez «\u00a0Email\u00a0» et «\u00a0Mot de passe\u00a0», puis cliquez sur «\u00a0Se"
                                + " connecter\u00a0»."),
                Arguments.of(
                        new Pick("Droits", List.of("Tarifs"), "Envoyer"),
                        "«\u00a0Droits\u00a0»\u00a0: cochez ce qui convient, puis cliquez sur «\u00a0Envoyer\u00a0»."),
                Arguments.of(
                        new Letter("Votre compte", "Changer"),
                        "Ouvrez le message «\u00a0Votre compte\u00a0» reçu par email, puis cliquez sur"
                                + " «\u00a0Changer\u00a0»."),
                Arguments.of(new Read("C’est fait."), "La page affiche\u00a0: «\u00a0C’est fait.\u00a0»"),
                Arguments.of(new OnPhone(new Press("OUI")), "Cliquez sur le bouton «\u00a0OUI\u00a0»."));
    }
}
