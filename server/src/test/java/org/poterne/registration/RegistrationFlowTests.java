package org.poterne.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.poterne.house.House;

/** Signing up and confirming, as agora's help page tells it: messages are explicit. */
class RegistrationFlowTests {

    private static final House HOUSE = House.open();
    private static final String UNUSABLE = "Ce lien ne fonctionne pas";
    private static final String CONFIRM = "Confirmer votre compte";

    @Test
    void somebodySignsUpConfirmsTheAddressAndSignsIn() {
        var noe = Newcomer.at("agora");
        var visitor = Newcomer.visitor(HOUSE);

        var page = visitor.get("/agora/sign-up");
        assertThat(page.heading()).isEqualTo("Créer un compte");
        assertThat(page.page().select("main label").eachText())
                .containsExactly("Nom *", "Pseudo *", "Email *", "Mot de passe *");
        assertThat(page.page().select("main input[type=password]")).hasSize(1);
        assertThat(page.page().select("#password-rules").text()).contains("10 caractères minimum");
        assertThat(page.words())
                .contains("Agora utilise ces informations pour ouvrir votre compte", "effacé après 7 jours")
                .contains("contactez-nous");

        var sent = visitor.submit(page, noe.fields());
        assertThat(sent.path()).isEqualTo("/agora/sign-up/sent");
        assertThat(sent.heading()).isEqualTo("Vérifiez votre messagerie");
        assertThat(sent.words())
                .contains(
                        "«\u00a0Spam\u00a0»",
                        "«\u00a0pourriel\u00a0»",
                        "no-reply@poterne.example",
                        "pendant 24 heures");
        assertThat(sent.page().select("main a").eachAttr("href")).contains("/agora/confirm/resend", "/agora/sign-up");

        var letter = noe.mailbox().next();
        assertThat(letter.subject()).isEqualTo("Confirmez votre compte Agora");
        assertThat(letter.text()).contains("Confirmer mon compte", "Ce lien fonctionne une seule fois, jusqu’au");

        var confirm = visitor.get(letter.link());
        assertThat(confirm.path()).isEqualTo("/agora/confirm");
        assertThat(confirm.heading()).isEqualTo(CONFIRM);
        assertThat(confirm.words()).contains(noe.email());
        assertThat(confirm.page().select("main button[type=submit]").eachText())
                .containsExactly("Confirmer mon compte");
        assertThat(confirm.page().select("main input:not([type=hidden])")).isEmpty();

        var confirmed = visitor.submit(confirm, Map.of());
        assertThat(confirmed.path()).isEqualTo("/agora/sign-in");
        assertThat(confirmed.words()).contains("Votre compte est confirmé. Vous pouvez maintenant vous connecter.");
        assertThat(visitor.get("/agora/").path())
                .as("confirming signs nobody in")
                .isEqualTo("/agora/sign-in");

        assertThat(noe.signIn(visitor).path()).isEqualTo("/agora/");
        assertThat(visitor.get("/agora/").heading()).isEqualTo("Bonjour " + noe.name());
        assertThat(visitor.get(letter.link()).heading()).isEqualTo(UNUSABLE);
        noe.mailbox().isEmpty();
    }

    @Test
    void nobodySignsInBeforeTheAddressIsConfirmed() {
        var noe = Newcomer.at("agora");
        var visitor = Newcomer.visitor(HOUSE);
        noe.signUp(visitor);
        var door = noe.signIn(visitor);
        assertThat(door.status()).isEqualTo(422);
        assertThat(door.page().select("#form-error").text()).contains("n’est pas encore confirmée");
        assertThat(door.page().select("#form-error a").attr("href")).isEqualTo("/agora/confirm/resend");
        assertThat(visitor.get("/agora/").path()).isEqualTo("/agora/sign-in");
        noe.mailbox().isEmpty();
    }

    @Test
    void theDoorLeadsToItAndThePageOfTroublesExplainsIt() {
        var door = HOUSE.visitor().get("/agora/sign-in");
        assertThat(door.first("a:contains(Créer un compte)").attr("href")).isEqualTo("/agora/sign-up");
        assertThat(door.first("a:contains(pas reçu d’instruction de confirmation)")
                        .attr("href"))
                .isEqualTo("/agora/confirm/resend");
        var trouble = HOUSE.visitor().get("/agora/sign-in/trouble");
        assertThat(trouble.page().select("h2").eachText())
                .containsSubsequence(
                        "J’ai oublié mon mot de passe",
                        "Je n’ai pas reçu l’email de confirmation à l’inscription",
                        "Email n’est pas disponible");
        assertThat(trouble.page().select("section a").eachAttr("href"))
                .contains("/agora/confirm/resend", "/agora/recovery");
        assertThat(HOUSE.visitor().get("/gimic/sign-in").words()).doesNotContain("Créer un compte", "confirmation");
        assertThat(HOUSE.visitor().get("/gimic/sign-in/trouble").words()).doesNotContain("confirmation", "disponible");
    }

    @Test
    void allThatWillNotDoIsToldBesideItsFieldAndOnlyThePasswordIsTypedAgain() {
        var visitor = Newcomer.visitor(HOUSE);
        var empty = visitor.submit(visitor.get("/agora/sign-up"), Map.of());
        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.page().title()).startsWith("Erreur : Créer un compte");
        assertThat(empty.page().select("#name-error").text()).isEqualTo("Renseignez le champ « Nom ».");
        assertThat(empty.page().select("#username-error").text()).isEqualTo("Choisissez un pseudo.");
        assertThat(empty.page().select("#email-error").text()).isEqualTo("Renseignez votre adresse email.");
        assertThat(empty.page().select("#password-error").text()).contains("au moins 10 caractères");

        var page = visitor.submit(
                empty, Map.of("name", "Zoé\u202e", "username", "zo é", "email", "zoe@", "password", "zut-4242"));
        assertThat(page.page().select("#name-error").text()).contains("caractères invisibles");
        assertThat(page.page().select("#username-error").text()).contains("sans espace");
        assertThat(page.page().select("#email-error").text()).contains("semble incomplète");
        assertThat(page.page().select("#password-error").text()).contains("au moins 10 caractères");
        assertThat(page.page().select("#name").attr("value")).isEqualTo("Zoé\u202e");
        assertThat(page.page().select("#username").attr("value")).isEqualTo("zo é");
        assertThat(page.page().select("#email").attr("value")).isEqualTo("zoe@");
        assertThat(page.page().select("#password").attr("value")).isEmpty();
        assertThat(page.body()).doesNotContain("zut-4242");

        var longName = visitor.submit(page, Map.of("name", "é".repeat(101)));
        assertThat(longName.page().select("#name-error").text()).contains("100 caractères au plus");

        var noe = Newcomer.at("agora");
        for (var typo = 0; typo < 6; typo++) {
            visitor.submit(longName, noe.withEmail("noé@").fields());
        }
        assertThat(visitor.submit(longName, noe.fields()).path())
                .as("refusals that tell nothing of anybody cost nothing")
                .isEqualTo("/agora/sign-up/sent");
        noe.mailbox().next();
        noe.mailbox().isEmpty();
    }

    @Test
    void aTakenAddressIsToldWithTheWayBackIn() {
        var noe = Newcomer.at("agora").settle(HOUSE);
        var other = Newcomer.at("agora");
        var visitor = Newcomer.visitor(HOUSE);

        var page = other.withEmail(noe.email().toUpperCase(Locale.ROOT)).trySignUp(visitor);
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.page().select("#email-error").text()).startsWith("Email n’est pas disponible");
        assertThat(page.page().select("#email-error a").attr("href")).isEqualTo("/agora/recovery");
        assertThat(page.page().select("#username-error")).isEmpty();
        assertThat(page.page().select("#email").attr("aria-describedby")).isEqualTo("email-error");

        var both = noe.withPassword("encore un autre").trySignUp(visitor);
        assertThat(both.page().select("#email-error").text()).startsWith("Email n’est pas disponible");
        assertThat(both.page().select("#username-error").text()).contains("déjà pris");
        assertThat(noe.signIn(visitor).path()).as("nothing has changed").isEqualTo("/agora/");
        noe.mailbox().isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "root, réservé",
        "Administrateur, réservé",
        "MODÉRATEUR, réservé",
        "ａｄｍｉｎ, réservé",
        "Ädmin, réservé",
        "rооt, ne convient pas",
        "x, ne convient pas",
    })
    void aReservedUsernameIsRefusedInAnyDisguise(String username, String why) {
        var page = Newcomer.at("agora").withUsername(username).trySignUp(Newcomer.visitor(HOUSE));
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.page().select("#username-error").text()).contains(why);
    }

    @ParameterizedTest
    @CsvSource({
        "a@nowhere.invalid, Aucun message ne peut arriver",
        "a@mail.localhost, Aucun message ne peut arriver",
        "a@intranet, semble incomplète",
        "a@yopmail.com, jetable",
        "a@sub.mailinator.com, jetable",
    })
    void anAddressThatLeadsNowhereIsRefused(String email, String why) {
        var page = Newcomer.at("agora").withEmail(email).trySignUp(Newcomer.visitor(HOUSE));
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.page().select("#email-error").text()).contains(why);
    }

    @Test
    void whoeverReceivedNothingAsksAgainAndOnlyTheNewLinkWorks() {
        var noe = Newcomer.at("agora");
        var visitor = Newcomer.visitor(HOUSE);
        var older = noe.signUp(visitor);

        var page = visitor.get("/agora/confirm/resend");
        assertThat(page.heading()).isEqualTo("Vous n’avez pas reçu d’instruction de confirmation\u202f?");
        assertThat(page.words()).contains("Spams");
        var resent = noe.askAgain(visitor);
        assertThat(resent.path()).isEqualTo("/agora/confirm/resent");
        assertThat(resent.words()).contains("«\u00a0Spam\u00a0»", "no-reply@poterne.example");

        var newer = noe.mailbox().next().link();
        assertThat(visitor.get(older).heading()).isEqualTo(UNUSABLE);
        assertThat(visitor.submit(visitor.get(newer), Map.of()).path()).isEqualTo("/agora/sign-in");
        noe.mailbox().isEmpty();
    }

    @Test
    void anAddressThatWasConfirmedIsToldSoWithTheWayIn() {
        var noe = Newcomer.at("agora").settle(HOUSE);
        var page = noe.askAgain(Newcomer.visitor(HOUSE));
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.page().select("#email-error").text())
                .startsWith("Cette adresse email a déjà été confirmée. Essayez de vous connecter.");
        assertThat(page.page().select("#email-error a").attr("href")).isEqualTo("/agora/sign-in");
        assertThat(page.page().select("#email").attr("value")).isEqualTo(noe.email());
        noe.mailbox().isEmpty();
    }

    @Test
    void anUnknownAddressIsAnsweredAsOneThatAwaitsItsConfirmationAndReceivesNothing() {
        var nobody = Newcomer.at("agora");
        assertThat(nobody.askAgain(Newcomer.visitor(HOUSE)).path()).isEqualTo("/agora/confirm/resent");
        nobody.mailbox().isEmpty();
    }

    @Test
    void anAddressThatCannotBeOneIsToldAndKept() {
        var visitor = Newcomer.visitor(HOUSE);
        var page = visitor.submit(visitor.get("/agora/confirm/resend"), Map.of("email", "noé@"));
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.page().select("#email-error").text()).contains("semble incomplète");
        assertThat(page.page().select("#email").attr("value")).isEqualTo("noé@");
        assertThat(visitor.submit(page, Map.of("email", " "))
                        .page()
                        .select("#email-error")
                        .text())
                .isEqualTo("Renseignez votre adresse email.");
    }

    @Test
    void fromAnotherBrowserThePasswordOfTheSignUpIsAsked() {
        var noe = Newcomer.at("agora");
        var link = noe.signUp(Newcomer.visitor(HOUSE));
        var phone = Newcomer.visitor(HOUSE);

        var page = phone.get(link);
        assertThat(page.page().select("main label").eachText())
                .containsExactly("Le mot de passe choisi à l’inscription *");
        assertThat(page.page().select(".way-on").text()).contains("Vous ne l’avez pas choisi, ou vous l’avez oublié");
        assertThat(page.page().select(".way-on a").attr("href")).isEqualTo("/agora/recovery");

        var missing = phone.submit(page, Map.of());
        assertThat(missing.status()).isEqualTo(422);
        assertThat(missing.page().select("#password-error").text()).contains("Renseignez le mot de passe");
        var wrong = phone.submit(missing, Map.of("password", "un tout autre"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.page().select("#password-error").text())
                .isEqualTo("Ce n’est pas le mot de passe choisi à l’inscription.");

        assertThat(phone.submit(wrong, Map.of("password", noe.password())).path())
                .isEqualTo("/agora/sign-in");
        assertThat(noe.signIn(phone).path()).isEqualTo("/agora/");
        noe.mailbox().isEmpty();
    }

    @Test
    void aSecondSignUpReplacesTheOneThatNobodyConfirmed() {
        var first = Newcomer.at("agora");
        var visitor = Newcomer.visitor(HOUSE);
        var older = first.signUp(visitor);
        var second = first.withPassword("tout autre chose");
        var newer = second.signUp(visitor);

        assertThat(visitor.get(older).heading()).isEqualTo(UNUSABLE);
        assertThat(visitor.submit(visitor.get(newer), Map.of()).path()).isEqualTo("/agora/sign-in");
        assertThat(first.signIn(visitor).status()).isEqualTo(422);
        assertThat(second.signIn(visitor).path()).isEqualTo("/agora/");
        first.mailbox().isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/sign-up",
                "/sign-up/sent",
                "/confirm",
                "/confirm/open?token=x",
                "/confirm/resend",
                "/confirm/resent"
            })
    void whereNobodyMaySignUpNoneOfThesePagesExists(String path) {
        assertThat(HOUSE.visitor().get("/gimic" + path).status()).isEqualTo(404);
        assertThat(HOUSE.visitor().get("/agora" + path).status()).isIn(200, 410);
    }

    @Test
    void itSpeaksTheLanguageOfWhoeverSignsUp() {
        var noe = Newcomer.at("agora");
        var visitor = Newcomer.visitor(HOUSE).accepting(Optional.of("en"));
        var page = visitor.get("/agora/sign-up");
        assertThat(page.page().select("main label").eachText())
                .containsExactly("Name *", "Username *", "Email *", "Password *");
        visitor.submit(page, noe.fields());
        var letter = noe.mailbox().next();
        assertThat(letter.subject()).isEqualTo("Confirm your Agora account");
        assertThat(visitor.submit(visitor.get(letter.link()), Map.of()).words())
                .contains("Your account is confirmed. You can now sign in.");
    }

    /** Whoever signs up with somebody else's address would otherwise write to them in agora's name. */
    @Test
    void nothingThatWasTypedTravelsInTheLetter() {
        var victim = Newcomer.at("agora");
        var visitor = Newcomer.visitor(HOUSE);
        visitor.submit(
                visitor.get("/agora/sign-up"),
                Map.of(
                        "name",
                        "Gagnez 1000 € sur evil.example",
                        "username",
                        "evil.example-" + victim.username(),
                        "email",
                        victim.email(),
                        "password",
                        victim.password()));
        var letter = victim.mailbox().next();
        assertThat(letter.text() + letter.html() + letter.subject() + letter.header("To"))
                .doesNotContain("Gagnez", "evil");
        assertThat(letter.header("To")).isEqualTo(victim.email());
    }
}
