package org.poterne.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.poterne.recovery.Hotelier.PASSWORD;
import static org.poterne.recovery.RecoveryFlowTests.twice;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.poterne.house.House;

/** "Comment réinitialiser votre mot de passe", as extranet's help page tells it: by username. */
class UsernameFlowTests {

    private static final House HOUSE = House.open();
    private static final String NEW = "trois clés au tableau";

    @BeforeEach
    void nothingIsSpent() {
        HOUSE.withFreshBudgets();
    }

    @Test
    void aForgottenPasswordIsReplacedByWhoeverKnowsTheUsernameAndReadsTheMailbox() {
        var camille = Hotelier.at(HOUSE);
        var visitor = HOUSE.visitor();

        var door = visitor.get("/extranet/sign-in");
        assertThat(door.heading()).isEqualTo("Se connecter à l’extranet");
        assertThat(door.page().select("main label").eachText()).containsExactly("Nom d’utilisateur", "Mot de passe");
        assertThat(door.first("#identifier-hint").wholeText()).contains("«\u00a0Identifiant\u00a0»");
        assertThat(door.first("#identifier").attr("aria-describedby")).isEqualTo("identifier-hint");
        assertThat(door.page().select(".ways-out a").eachText())
                .containsExactly("Vous ne parvenez pas à vous connecter\u202f?");

        var trouble = visitor.get(door.first(".ways-out a").attr("href"));
        assertThat(trouble.heading()).isEqualTo("Vous ne parvenez pas à vous connecter\u202f?");
        var forgot = visitor.get(
                trouble.first("main a:contains(Mot de passe oublié\u202f?)").attr("href"));
        assertThat(forgot.path()).isEqualTo("/extranet/recovery");
        assertThat(forgot.heading()).isEqualTo("Mot de passe oublié\u202f?");
        assertThat(forgot.page().select("main label").eachText()).containsExactly("Nom d’utilisateur *");
        assertThat(forgot.first("#username").attr("autocomplete")).isEqualTo("username");
        assertThat(forgot.first("main button[type=submit]").text()).isEqualTo("Confirmer");

        var sent = visitor.submit(
                forgot, Map.of("username", " " + camille.username().toUpperCase(java.util.Locale.ROOT)));
        assertThat(sent.path()).isEqualTo("/extranet/recovery/sent");
        assertThat(sent.words())
                .contains("a ce nom d’utilisateur", "«\u00a0Spam\u00a0»")
                .doesNotContain(camille.username());

        var letter = camille.mailbox().next();
        assertThat(letter.text()).contains("Changer mon mot de passe", camille.username());
        var choose = visitor.get(letter.link());
        assertThat(choose.page().select("main .address").eachText()).containsExactly(camille.username());
        assertThat(choose.words()).contains("12 caractères minimum");
        var saved = visitor.submit(choose, twice(NEW));
        assertThat(saved.path()).isEqualTo("/extranet/sign-in");
        assertThat(saved.words()).contains("Votre mot de passe est enregistré.");

        var home = camille.signIn(visitor, NEW);
        assertThat(home.path()).isEqualTo("/extranet/");
        assertThat(home.page().select("main a").eachText()).containsExactly("Compte");
        assertThat(camille.has(PASSWORD)).isFalse();
        assertThat(camille.mailbox().next().subject()).isEqualTo("Votre mot de passe Extranet a été changé");
        camille.mailbox().isEmpty();
    }

    @Test
    void aUsernameOfNobodysIsAnsweredAlikeAndNothingIsSent() {
        var nobody = Hotelier.nobody(HOUSE);
        var sent = nobody.ask(HOUSE.visitor());
        assertThat(sent.path()).isEqualTo("/extranet/recovery/sent");
        nobody.mailbox().isEmpty();
    }

    @Test
    void whatCanBeNoUsernameIsToldBesideTheFieldAndKept() {
        var visitor = HOUSE.visitor();
        var page = visitor.submit(visitor.get("/extranet/recovery"), Map.of("username", "camille@example.org"));
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.first("#username-error").text()).startsWith("Ce n’est pas un nom d’utilisateur");
        assertThat(page.first("#username").attr("value")).isEqualTo("camille@example.org");
        page = visitor.submit(page, Map.of("username", " "));
        assertThat(page.first("#username-error").text()).isEqualTo("Saisissez votre nom d’utilisateur.");
        page = visitor.submit(page, Map.of("email", "camille.martin@example.org"));
        assertThat(page.status()).as("no other field counts").isEqualTo(422);
    }

    @Test
    void somebodySignedInChangesThePasswordAndTypesTheNewOneTwice() {
        var camille = Hotelier.at(HOUSE);
        var visitor = HOUSE.visitor();
        var home = camille.signIn(visitor, PASSWORD);
        var account = visitor.get(home.first("main a:contains(Compte)").attr("href"));
        assertThat(account.heading()).isEqualTo("Compte");
        var change = visitor.get(
                account.first("main a:contains(Modifier le mot de passe)").attr("href"));
        assertThat(change.page().select("main label").eachText())
                .containsExactly("Mot de passe actuel *", "Nouveau mot de passe *", "Confirmez votre mot de passe *");
        assertThat(change.first("main button[type=submit]").text()).isEqualTo("Enregistrer");

        var saved = visitor.submit(change, Map.of("current", PASSWORD, "password", NEW, "confirmation", NEW));
        assertThat(saved.path()).isEqualTo("/extranet/account");
        assertThat(camille.has(NEW)).isTrue();
        camille.mailbox().next();
        camille.mailbox().isEmpty();
    }
}
