package org.poterne.lockout;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.poterne.house.Browser;
import org.poterne.house.Eyes;
import org.poterne.house.House;
import org.poterne.house.Keyboard;
import org.poterne.house.Person;

/** Agora's help page, "compte bloqué après trop de tentatives", walked on a phone. */
class LockoutBrowserTests {

    private static final House HOUSE = House.open();
    private static final String PASSWORD = "place du marché";

    @BeforeEach
    void freshBudgets() {
        HOUSE.withFreshBudgets();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aLockedPhoneIsUnlockedByTheLetterWithAndWithoutJavaScript(boolean javaScript) {
        var camille = HOUSE.person("agora", PASSWORD);
        try (var browser = browser(javaScript)) {
            browser.open("/agora/sign-in");
            for (var guess = 1; guess <= 4; guess++) {
                signIn(browser, camille, "faux " + guess);
            }
            alert(browser, "Vous avez encore un essai avant le verrouillage de votre compte");
            signIn(browser, camille, "faux 5");
            alert(browser, "Votre compte est verrouillé");
            fits(browser);

            browser.open(camille.mailbox().next().link());
            browser.seesHeading("Déverrouiller votre compte");
            fits(browser);
            browser.button("Déverrouiller mon compte").click();
            assertThat(browser.page().getByRole(AriaRole.STATUS).first())
                    .containsText("Votre compte est déverrouillé.");
            signIn(browser, camille, PASSWORD);
            browser.seesHeading("Bonjour " + HOUSE.account(camille).fullName());
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoeverReceivedNothingPressesTheGreenButton(boolean javaScript) {
        var camille = HOUSE.person("agora", PASSWORD);
        try (var browser = browser(javaScript)) {
            browser.open("/agora/sign-in");
            for (var guess = 1; guess <= 5; guess++) {
                signIn(browser, camille, "faux " + guess);
            }
            camille.mailbox().next();
            browser.link("Vous n’avez pas reçu d’instructions de déverrouillage")
                    .click();
            browser.seesHeading("Renvoyer les instructions de déverrouillage");
            fits(browser);
            var go = browser.button("Renvoyer les instructions de déverrouillage");
            assertThat(String.valueOf(go.evaluate("button => getComputedStyle(button).backgroundColor")))
                    .as("green")
                    .isEqualTo("rgb(23, 101, 58)");
            go.click();
            assertThat(browser.field("Email *")).hasAccessibleDescription("Renseignez votre adresse email.");
            browser.field("Email *").fill(camille.email());
            go.click();
            browser.seesHeading("Consultez votre messagerie");
            assertThat(browser.page().getByRole(AriaRole.MAIN)).containsText("« Spam » ou « pourriel »");
            browser.open(camille.mailbox().next().link());
            browser.button("Déverrouiller mon compte").click();
            assertThat(browser.page().getByRole(AriaRole.STATUS).first())
                    .containsText("Votre compte est déverrouillé.");
        }
    }

    /** A mail gateway that opens every link in a browser of its own, and sends every form (Outlook Safe Links). */
    @Test
    void aScannerThatSendsEveryFormUnlocksNobody() {
        var camille = HOUSE.person("agora", PASSWORD);
        var door = new Door(HOUSE);
        door.wrong(camille.email(), 5);
        var link = camille.mailbox().next().link();
        try (var scanner = Browser.desktop(HOUSE)) {
            scanner.open(link);
            for (var round = 0; round < 3; round++) {
                scanner.andArrive(() -> scanner.page().locator("main form").evaluate("form => form.submit()"));
            }
            scanner.andArrive(() -> scanner.page().locator("main form").evaluate("form => form.requestSubmit()"));
            scanner.seesHeading("Déverrouiller votre compte");
            assertThat(scanner.posts()).isEqualTo(4);
        }
        assertThat(door.signIn(camille, PASSWORD).words()).contains(Door.LOCKED);
        try (var browser = Browser.phone(HOUSE)) {
            browser.open(link);
            var keys = new Keyboard(browser.page());
            keys.tabTo(browser.button("Déverrouiller mon compte")).enter();
            assertThat(browser.page().getByRole(AriaRole.STATUS).first())
                    .containsText("Votre compte est déverrouillé.");
        }
    }

    @Test
    void theTroublePageLeadsOutOfEachProblem() {
        try (var browser = Browser.phone(HOUSE)) {
            browser.open("/agora/sign-in");
            browser.link("Je n’arrive pas à me connecter").click();
            browser.seesHeading("🙃 Je n’arrive pas à me connecter");
            fits(browser);
            assertThat(browser.page().locator("main h2").allInnerTexts())
                    .containsExactly(
                            "J’ai oublié mon mot de passe",
                            "Je n’ai pas reçu l’email de confirmation à l’inscription",
                            "Compte bloqué après trop de tentatives erronées",
                            "Email n’est pas disponible",
                            "Toujours besoin d’aide\u202f?");
            for (var way : browser.page().locator("main .act a").all()) {
                var address = way.getAttribute("href");
                if (address.startsWith("/")) {
                    assertThat(HOUSE.visitor().get(address).status())
                            .as(address)
                            .isEqualTo(200);
                }
            }
        }
    }

    private static Browser browser(boolean javaScript) {
        var which = Browser.of(HOUSE);
        return javaScript ? which.open() : which.withoutJavaScript().open();
    }

    private static void signIn(Browser browser, Person person, String password) {
        browser.field("Pseudo ou email").fill(person.email());
        browser.field("Mot de passe").fill(password);
        Eyes.readIfAsked(HOUSE, browser.page());
        browser.andArrive(() -> browser.button("Se connecter").click());
    }

    private static void alert(Browser browser, String words) {
        assertThat(browser.page().getByRole(AriaRole.ALERT)).containsText(words);
    }

    /** Nobody scrolls sideways. */
    private static void fits(Browser browser) {
        var width =
                browser.page().evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(width).isEqualTo(0);
    }
}
