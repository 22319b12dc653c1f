package org.poterne.recovery;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.poterne.recovery.Hotelier.PASSWORD;

import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.poterne.house.Browser;
import org.poterne.house.Eyes;
import org.poterne.house.House;

/** The numbered lists of extranet's document that are about one's own password, done on a phone by somebody who reads them. */
class ExtranetBrowserTests {

    private static final House HOUSE = House.open();
    private static final String NEW = "trois clés au tableau";

    @BeforeEach
    void nothingIsSpent() {
        HOUSE.withFreshBudgets();
    }

    /** With JavaScript, which works on the challenge, and without. */
    static Stream<Browser.Builder> phones() {
        return Stream.of(Browser.of(HOUSE), Browser.of(HOUSE).withoutJavaScript());
    }

    @ParameterizedTest
    @MethodSource("phones")
    void commentReinitialiserVotreMotDePasse(Browser.Builder phone) {
        var camille = Hotelier.at(HOUSE);
        try (var browser = phone.open()) {
            ask(browser, camille);
            browser.seesHeading("Vérifiez votre messagerie");
            choose(browser, camille.mailbox().next().link());
            signIn(browser, camille, NEW);
            browser.seesHeading("Bonjour Camille Martin");
        }
        camille.mailbox().next();
        camille.mailbox().isEmpty();
    }

    @ParameterizedTest
    @MethodSource("phones")
    void siVousAvezBloqueVotreCompte(Browser.Builder phone) {
        var camille = Hotelier.at(HOUSE);
        try (var browser = phone.open()) {
            browser.open("/extranet/sign-in");
            for (var guess = 0; guess < 5; guess++) {
                var typed = "au hasard " + guess;
                browser.andArrive(() -> signIn(browser, camille, typed));
            }
            assertThat(browser.page().getByRole(AriaRole.ALERT)).containsText(Hotelier.BLOCKED);

            ask(browser, camille);
            browser.seesHeading("Votre compte est bloqué");
            assertThat(browser.page().getByRole(AriaRole.MAIN)).containsText("Est-ce bien votre adresse e-mail");
            assertThat(browser.page().locator("main .address[dir=ltr]"))
                    .hasText("c•••" + lastLetter(camille) + "@e•••.org");
            browser.button("Oui, créer mon mot de passe").click();
            browser.seesHeading("Vérifiez votre messagerie");

            choose(browser, camille.mailbox().next().link());
            signIn(browser, camille, NEW);
            browser.seesHeading("Bonjour Camille Martin");
        }
        camille.mailbox().next();
        camille.mailbox().isEmpty();
    }

    @ParameterizedTest
    @MethodSource("phones")
    void commentChangerVotreMotDePasse(Browser.Builder phone) {
        var camille = Hotelier.at(HOUSE);
        try (var browser = phone.open()) {
            browser.open("/extranet/sign-in");
            signIn(browser, camille, PASSWORD);
            browser.seesHeading("Bonjour Camille Martin");
            browser.link("Compte").click();
            browser.seesHeading("Compte");
            browser.link("Modifier le mot de passe").click();
            browser.seesHeading("Modifier le mot de passe");
            browser.field("Mot de passe actuel *").fill(PASSWORD);
            browser.field("Nouveau mot de passe *").fill(NEW);
            browser.field("Confirmez votre mot de passe *").fill(NEW);
            browser.button("Enregistrer").click();
            browser.seesHeading("Compte");
            assertThat(browser.page().getByRole(AriaRole.STATUS).first()).isVisible();

            browser.link("Adresse e-mail").click();
            browser.seesHeading("Votre adresse e-mail");
            assertThat(browser.page().locator("main ol")).hasCount(2);
            assertThat(browser.page().locator("main form")).hasCount(0);
        }
        assertThat(camille.has(NEW)).isTrue();
        camille.mailbox().next();
        camille.mailbox().isEmpty();
    }

    private static void ask(Browser browser, Hotelier person) {
        browser.open("/extranet/sign-in");
        browser.seesHeading("Se connecter à l’extranet");
        browser.link("Vous ne parvenez pas à vous connecter").click();
        browser.seesHeading("Vous ne parvenez pas à vous connecter ?");
        browser.link("Mot de passe oublié").click();
        browser.seesHeading("Mot de passe oublié ?");
        browser.field("Nom d’utilisateur *").fill(person.username());
        browser.button("Confirmer").click();
    }

    private static void choose(Browser browser, URI link) {
        browser.open(link);
        browser.seesHeading("Changer votre mot de passe");
        browser.field("Nouveau mot de passe *").fill(NEW);
        browser.field("Confirmez votre mot de passe *").fill(NEW);
        browser.button("Changer mon mot de passe").click();
        browser.seesHeading("Se connecter à l’extranet");
    }

    private static void signIn(Browser browser, Hotelier person, String password) {
        browser.field("Nom d’utilisateur").fill(person.username());
        browser.field("Mot de passe").fill(password);
        Eyes.readIfAsked(HOUSE, browser.page());
        browser.button("Se connecter").click();
    }

    private static char lastLetter(Hotelier person) {
        return person.email().charAt(person.email().indexOf('@') - 1);
    }
}
