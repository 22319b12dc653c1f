package org.poterne.holder;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.poterne.holder.SignedInVisitor.PASSWORD;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.poterne.house.Axe;
import org.poterne.house.Browser;
import org.poterne.house.House;
import org.poterne.house.Keyboard;
import org.poterne.house.Person;

/** The account's pages on a phone, by somebody with a minute. */
class HolderBrowserTests {

    private static final House HOUSE = House.open().withFreshBudgets();
    private static final String FRESH = "une nouvelle clé de 24 pieds";
    private static final String CURRENT = "Mot de passe actuel *";

    private final Person camille = HOUSE.person("gimic", PASSWORD);

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aPasswordIsChangedOnAPhone(boolean javaScript) {
        try (var browser = phone(javaScript)) {
            signIn(browser);
            browser.link("Mon compte").click();
            browser.seesHeading("Mon compte");
            browser.link("Changer mon mot de passe").click();
            browser.seesHeading("Changer mon mot de passe");

            change(browser, "autre chose", FRESH, FRESH);
            isToldAt(browser, CURRENT, "Ce n’est pas votre mot de passe actuel");
            change(browser, PASSWORD, FRESH, FRESH + "s");
            isToldAt(browser, "Confirmez votre mot de passe *", "ne sont pas identiques");
            change(browser, PASSWORD, FRESH, FRESH);

            browser.seesHeading("Mon compte");
            assertThat(status(browser)).containsText("Votre mot de passe est changé.");
        }
        camille.mailbox().next();
        camille.mailbox().isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anotherBrowserIsSignedOutFromAPhone(boolean javaScript) {
        try (var browser = phone(javaScript);
                var other = Browser.desktop(HOUSE)) {
            signIn(other);
            signIn(browser);
            browser.open("/gimic/account/sessions");
            assertThat(rows(browser)).hasCount(2);
            assertThat(rows(browser).first()).containsText("Chrome sur Linux");
            rows(browser).getByRole(AriaRole.LINK).click();
            browser.seesHeading("Déconnecter ce navigateur");
            browser.field(CURRENT).fill(PASSWORD);
            browser.button("Déconnecter ce navigateur").click();
            browser.seesHeading("Mes connexions");
            assertThat(status(browser)).containsText("Ce navigateur est déconnecté.");
            assertThat(rows(browser)).hasCount(1);
            other.open("/gimic/account");
            other.seesHeading("Se connecter à GIMIC");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aCopyIsTakenAndTheAccountIsDeletedOnAPhone(boolean javaScript) throws IOException {
        try (var browser = phone(javaScript)) {
            signIn(browser);
            browser.open("/gimic/account");
            browser.link("Supprimer mon compte").click();
            browser.seesHeading("Supprimer mon compte");
            browser.link("Télécharger d’abord une copie de mes données").click();
            browser.seesHeading("Télécharger une copie de mes données");
            var file = browser.page()
                    .waitForDownload(
                            () -> browser.button("Télécharger le fichier").click());
            assertThat(file.suggestedFilename()).isEqualTo("gimic-account.json");
            assertThat(Files.readString(file.path())).contains(camille.email());

            browser.open("/gimic/account/delete");
            browser.field(CURRENT).fill("autre chose");
            browser.button("Supprimer définitivement mon compte").click();
            isToldAt(browser, CURRENT, "Rien n’a été changé");
            browser.field(CURRENT).fill(PASSWORD);
            browser.button("Supprimer définitivement mon compte").click();
            browser.seesHeading("Se connecter à GIMIC");
            assertThat(status(browser)).containsText("Votre compte est supprimé.");
        }
        assertThat(camille.mailbox().next().subject()).isEqualTo("Votre compte GIMIC a été supprimé");
        camille.mailbox().isEmpty();
    }

    @Test
    void aNameIsChangedByKeyboardAloneAndTheFocusIsAlwaysSeen() {
        try (var browser = Browser.phone(HOUSE)) {
            signIn(browser);
            var keys = new Keyboard(browser.page());
            browser.open("/gimic/account").waitForLoadState();
            keys.tabTo(browser.link("Changer mes informations")).enter();
            browser.seesHeading("Changer mes informations");
            keys.tabTo(browser.field("Prénom"));
            browser.page().keyboard().press("Control+A");
            keys.type("Noé");
            keys.tabTo(browser.field(CURRENT)).type(PASSWORD).enter();
            browser.seesHeading("Mon compte");
            assertThat(status(browser)).containsText("Vos informations sont enregistrées.");
            assertThat(browser.page().getByText("Noé").first()).isVisible();
        }
    }

    @Test
    void everyPageOfTheAccountIsForEverybody() {
        for (var language : new String[] {"fr-FR", "en-GB"}) {
            try (var browser = Browser.of(HOUSE).speaking(language).dark().open();
                    var other = Browser.desktop(HOUSE)) {
                signIn(other);
                var page = browser.open("/gimic/sign-in");
                page.locator("#identifier").fill(camille.email());
                page.locator("#password").fill(PASSWORD);
                browser.andArrive(() -> page.locator("#password").press("Enter"));
                browser.open("/gimic/account/sessions");
                var end = rows(browser).getByRole(AriaRole.LINK).first().getAttribute("href");
                var forget = page.locator("#devices a").first().getAttribute("href");
                for (var path : new String[] {
                    "/gimic/account",
                    "/gimic/account/profile",
                    "/gimic/account/password",
                    "/gimic/account/sessions",
                    end,
                    forget,
                    "/gimic/account/sessions/end-others",
                    "/gimic/account/activity",
                    "/gimic/account/export",
                    "/gimic/account/delete"
                }) {
                    browser.open(path);
                    assertThat(Axe.findings(page))
                            .as("%s in %s", path, language)
                            .isEmpty();
                    page.setViewportSize(320, 780);
                    assertThat((boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                            .as("%s fits 320 pixels", path)
                            .isTrue();
                }
            }
        }
    }

    private static Browser phone(boolean javaScript) {
        var which = Browser.of(HOUSE);
        return javaScript ? which.open() : which.withoutJavaScript().open();
    }

    private void signIn(Browser browser) {
        browser.open("/gimic/sign-in");
        browser.field("Email").fill(camille.email());
        browser.field("Mot de passe").fill(PASSWORD);
        browser.button("Se connecter").click();
        browser.seesHeading("Bonjour " + HOUSE.account(camille).fullName());
    }

    private static void change(Browser browser, String current, String fresh, String confirmation) {
        browser.field(CURRENT).fill(current);
        browser.field("Nouveau mot de passe *").fill(fresh);
        browser.field("Confirmez votre mot de passe *").fill(confirmation);
        browser.button("Changer mon mot de passe").click();
    }

    private static void isToldAt(Browser browser, String label, String words) {
        assertThat(browser.page()).hasTitle(Pattern.compile("^Erreur"));
        assertThat(browser.field(label)).hasAttribute("aria-invalid", "true");
        assertThat(browser.field(label)).hasAccessibleDescription(Pattern.compile(words));
        assertThat(browser.field(label)).isFocused();
        assertThat(browser.field(label)).hasValue("");
    }

    private static Locator rows(Browser browser) {
        return browser.page().locator("#sessions > li");
    }

    private static Locator status(Browser browser) {
        return browser.page().getByRole(AriaRole.STATUS).first();
    }
}
