package org.poterne.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.poterne.house.House;

/** The identity typed at the request and again behind the link, as metamots's help page tells it. */
class MatchingProfileFlowTests {

    private static final House HOUSE = House.open();
    private static final String STRONG = "Trois-mots 42";

    @Test
    void aForgottenPasswordIsRecreatedByWhoeverDescribesTheAccountTwice() {
        var camille = Described.at(HOUSE);
        var visitor = HOUSE.visitor();

        var door = visitor.get("/metamots/sign-in");
        assertThat(door.heading()).isEqualTo("Se connecter");
        assertThat(door.words())
                .contains(
                        "Bienvenue sur l’espace SaaS du Service en ligne Metamots. Vous devez avoir un compte pour vous"
                                + " connecter. Si ce n’est pas le cas, vous avez un lien plus bas pour en créer un.")
                .contains("Les champs avec * sont obligatoires.");
        assertThat(door.page().select("main label").eachText())
                .containsExactly("Identifiant*", "Mot de passe*", "Langue de l’interface*");
        assertThat(door.page().select("#language option").eachText())
                .containsExactly(
                        "Français", "English", "Deutsch", "Español", "Italiano", "Português", "Nederlands", "العربية");
        assertThat(door.first("main button[type=submit]").text()).isEqualTo("Connexion");
        assertThat(door.page().select(".ways-out li").eachText())
                .startsWith(
                        "Vous n’avez pas encore de compte\u202f? Créer un compte",
                        "Vous avez oublié votre mot de passe\u202f? Réinitialiser votre mot de passe");

        var forgot = visitor.get(
                door.first("a:contains(Réinitialiser votre mot de passe)").attr("href"));
        assertThat(forgot.heading()).isEqualTo("Mot de passe oublié");
        assertThat(forgot.page().select("main label").eachText())
                .containsExactly("Email*", "Prénom*", "Nom*", "Pays*", "Qualité*");
        assertThat(forgot.first("#country option[selected]").text()).isEqualTo("France");
        assertThat(forgot.first("#organisation-kind option").text()).isEqualTo("Entreprise");
        assertThat(forgot.page().select("#country option")).hasSizeGreaterThan(245);
        assertThat(forgot.first("main button[type=submit]").text()).isEqualTo("Demande de mot de passe");
        assertThat(forgot.words())
                .contains(
                        "Vous devez saisir les informations de la même manière que lors de la création de votre compte.")
                .contains("Les champs avec * sont obligatoires.");

        var sent = visitor.submit(forgot, camille.fields());
        assertThat(sent.path()).isEqualTo("/metamots/recovery/sent");
        assertThat(sent.heading()).isEqualTo("Demande prise en compte");
        assertThat(sent.words())
                .contains(
                        "un email vous a été envoyé contenant un lien vers la page pour créer votre nouveau mot de passe");

        var letter = camille.mailbox().next();
        assertThat(letter.text())
                .contains(
                        "Recréer un mot de passe", "Bonjour Camille Martin,", "Identifiant", "  " + camille.username())
                .contains("La page vous demandera de nouveau les informations de votre compte.");

        var choose = visitor.get(letter.link());
        assertThat(choose.heading()).isEqualTo("Recréer un mot de passe");
        assertThat(choose.page().select("main label").eachText())
                .containsExactly("Email*", "Prénom*", "Nom*", "Pays*", "Qualité*", "Nouveau mot de passe*");
        assertThat(choose.words())
                .contains(
                        "Le nouveau mot de passe doit être fort. Il mélange des minuscules, des majuscules, des chiffres et"
                                + " des caractères spéciaux. Il doit contenir au moins 8 caractères.")
                .contains("Ne communiquez votre mot de passe à personne.")
                .doesNotContain(camille.email());
        assertThat(choose.page().select(".rules li").eachText())
                .containsExactly(
                        "8 caractères minimum", "une minuscule", "une majuscule", "un chiffre", "un caractère spécial");
        assertThat(choose.first("main button[type=submit]").text()).isEqualTo("Modifier le mot de passe");

        var saved = visitor.submit(choose, camille.withPassword(STRONG));
        assertThat(saved.path()).isEqualTo("/metamots/sign-in");
        assertThat(saved.words())
                .contains("Changement de mot de passe effectué\u00a0: vous pouvez maintenant vous connecter.");
        var home = visitor.submit(saved, Map.of("identifier", camille.username(), "password", STRONG));
        assertThat(home.heading()).isEqualTo("Bonjour Camille Martin");

        camille.mailbox().next(); // the notice
        assertThat(visitor.get(letter.link()).status()).isEqualTo(410);
        camille.mailbox().isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "given-name, Camile",
        "family-name, Martinez",
        "country, BE",
        "organisation-kind, association",
        "email, described.0@example.org"
    })
    void whoeverDescribesAnotherAccountReadsTheSamePageAndNoLetterLeaves(String field, String slip) {
        var camille = Described.at(HOUSE);
        var visitor = HOUSE.visitor();

        var sent = visitor.submit(visitor.get("/metamots/recovery"), camille.with(field, slip));
        assertThat(sent.path()).isEqualTo("/metamots/recovery/sent");
        assertThat(sent.words()).isEqualTo(camille.ask(HOUSE.visitor()).words());
        assertThat(camille.mailbox().next().subject())
                .as("of the second request alone")
                .contains("Metamots");
        camille.mailbox().isEmpty();
    }

    @Test
    void namesAreWrittenAgainAsPeopleWriteThem() {
        var person = Described.at(HOUSE, "Jean-Élie", "O’Brien");
        var visitor = HOUSE.visitor();
        var typed = person.fields();
        typed.put("given-name", " jean elie ");
        typed.put("family-name", "O'BRIEN");
        typed.put("email", person.email().toUpperCase(Locale.ROOT));

        visitor.submit(visitor.get("/metamots/recovery"), typed);
        var choose = visitor.get(person.mailbox().next().link());
        typed.put("password", STRONG);
        assertThat(visitor.submit(choose, typed).path()).isEqualTo("/metamots/sign-in");
        assertThat(person.has(HOUSE, STRONG)).isTrue();
        person.mailbox().next();
        person.mailbox().isEmpty();
    }

    @Test
    void aMismatchBehindTheLinkIsOneNeutralSentenceAndAllThatWasTypedIsKeptButThePassword() {
        var camille = Described.at(HOUSE);
        var visitor = HOUSE.visitor();
        var choose = visitor.get(camille.link(visitor));

        var typed = camille.with("family-name", "Martinez");
        typed.put("password", STRONG);
        var again = visitor.submit(choose, typed);

        assertThat(again.status()).isEqualTo(422);
        assertThat(again.first("#form-error").text())
                .contains("Ces informations ne correspondent pas à celles du compte de ce lien.", "après 5 essais");
        assertThat(again.page().select("#family-name").attr("value")).isEqualTo("Martinez");
        assertThat(again.page().select("#email").attr("value")).isEqualTo(camille.email());
        assertThat(again.page().select("#password").attr("value")).isEmpty();
        assertThat(again.page().select("[aria-invalid]").eachAttr("id"))
                .as("every field of the description, and none tells more than another")
                .containsExactly("email", "given-name", "family-name", "country", "organisation-kind");
        assertThat(camille.has(HOUSE, STRONG)).isFalse();

        assertThat(visitor.submit(again, camille.withPassword(STRONG)).path()).isEqualTo("/metamots/sign-in");
        camille.mailbox().next();
        camille.mailbox().isEmpty();
    }

    @Test
    void whatIsMissingIsToldBesideItsFieldAndCountsForNothing() {
        var camille = Described.at(HOUSE);
        var visitor = HOUSE.visitor();
        var page = visitor.get(camille.link(visitor));

        for (var round = 0; round < 6; round++) {
            page = visitor.submit(page, Map.of("email", "", "given-name", " ", "country", "ZZ", "password", STRONG));
            assertThat(page.status()).isEqualTo(422);
        }
        assertThat(page.first("#email-error").text()).isEqualTo("Renseignez votre adresse email.");
        assertThat(page.first("#given-name-error").text()).isEqualTo("Renseignez le champ « Prénom ».");
        assertThat(page.first("#country-error").text()).isEqualTo("Choisissez une réponse de la liste.");

        for (var round = 0; round < 6; round++) {
            page = visitor.submit(page, camille.withPassword("trop simple"));
            assertThat(page.first("#password-error").text())
                    .contains("doit contenir une minuscule, une majuscule, un chiffre et un caractère spécial");
        }
        assertThat(visitor.submit(page, camille.withPassword(STRONG)).path()).isEqualTo("/metamots/sign-in");
        camille.mailbox().next();
        camille.mailbox().isEmpty();
    }

    @Test
    void theRequestTellsAllThatIsMissingAtOnce() {
        var visitor = HOUSE.visitor();
        var page = visitor.submit(
                visitor.get("/metamots/recovery"),
                Map.of("email", "camille@", "given-name", "", "family-name", "\u202eX"));
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.first("#email-error").text()).contains("incomplète");
        assertThat(page.first("#given-name-error").text()).contains("Prénom");
        assertThat(page.first("#family-name-error").text()).contains("invisibles");
        assertThat(page.page().select("#email").attr("value")).isEqualTo("camille@");
    }
}
