package org.poterne.passkey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.poterne.house.Axe;
import org.poterne.house.Browser;
import org.poterne.house.House;
import org.poterne.house.Person;
import org.poterne.house.VirtualAuthenticator;

/** Passkeys in a real browser, on a device that Chromium plays. */
class PasskeyBrowserTests {

    private static final House HOUSE = House.open();
    private static final String WIDER_THAN_THE_SCREEN =
            "document.documentElement.scrollWidth > document.documentElement.clientWidth";

    private final Person camille = HOUSE.person("gimic", KeyHolder.PASSWORD);

    @BeforeEach
    void freshBudgets() {
        HOUSE.withFreshBudgets();
    }

    @ParameterizedTest
    @CsvSource({
        "fr-FR, Ajouter une clé d’accès, Nom de la clé, Créer la clé d’accès, La clé d’accès est ajoutée.,"
                + " Se connecter avec une clé d’accès, Se déconnecter",
        "en-GB, Add a passkey, Name of the passkey, Create the passkey, The passkey is added.,"
                + " Sign in with a passkey, Sign out"
    })
    void aPasskeyIsMadeOnThePhoneAndOpensTheDoor(
            String language, String add, String name, String create, String added, String enter, String leave) {
        try (var browser = Browser.of(HOUSE).speaking(language).open()) {
            var device = VirtualAuthenticator.in(browser);
            showPassword(browser);
            browser.open("/gimic/account/passkey");
            isForEverybody(browser, language + "-none");
            browser.button(add).click();
            browser.seesHeading(add);
            isForEverybody(browser, language + "-new");
            browser.field(name).fill("Téléphone");
            browser.button(create).click();
            assertThat(browser.page().getByText(added)).isVisible();
            assertThat(browser.page().getByText("Téléphone").first()).isVisible();
            assertThat(device.passkeys()).isOne();
            isForEverybody(browser, language + "-list");

            device.lieStill();
            browser.open("/gimic/");
            browser.button(leave).click();
            assertThat(browser.button(enter)).isVisible();
            isForEverybody(browser, language + "-door");
            device.beTouched();
            browser.andArrive(() -> browser.button(enter).click());
            browser.page().waitForURL("**/gimic/");
        }
    }

    /** The browser's own list, below the field: nothing is pressed. */
    @Test
    void theBrowsersListOpensTheDoor() {
        try (var browser = Browser.phone(HOUSE)) {
            VirtualAuthenticator.in(browser);
            makeOne(browser);
            browser.context().clearCookies();
            browser.open("/gimic/sign-in");
            browser.page().waitForURL("**/gimic/");
        }
    }

    @Test
    void besideThePasswordTheDeviceIsAsked() {
        try (var browser = Browser.phone(HOUSE)) {
            var device = VirtualAuthenticator.in(browser);
            makeOne(browser);
            browser.context().clearCookies();
            device.lieStill();
            showPassword(browser);
            browser.seesHeading("Confirmez avec votre clé d’accès");
            isForEverybody(browser, "step");
            device.beTouched();
            device.refuseFinger();
            browser.button("Utiliser ma clé d’accès").click();
            assertThat(line(browser)).containsText("Rien n’a été envoyé");
            device.knowFinger();
            browser.button("Utiliser ma clé d’accès").click();
            browser.page().waitForURL("**/gimic/");
        }
    }

    @Test
    void oneDeviceIsNotAddedTwice() {
        try (var browser = Browser.phone(HOUSE)) {
            var device = VirtualAuthenticator.in(browser);
            makeOne(browser);
            browser.button("Ajouter une clé d’accès").click();
            browser.seesHeading("Ajouter une clé d’accès");
            browser.button("Créer la clé d’accès").click();
            assertThat(line(browser)).containsText("Cet appareil a déjà une clé d’accès de votre compte.");
            assertThat(device.passkeys()).isOne();
        }
    }

    @Test
    void aKeyThatWasRemovedHereIsRefusedKindlyAndThePasswordRemains() {
        try (var browser = Browser.phone(HOUSE)) {
            var device = VirtualAuthenticator.in(browser);
            makeOne(browser);
            browser.link("Retirer").click();
            browser.seesHeading("Retirer cette clé d’accès\u202f?");
            isForEverybody(browser, "remove");
            browser.button("Retirer la clé d’accès").click();
            assertThat(browser.page().getByText("La clé d’accès est retirée.")).isVisible();
            device.lieStill();
            browser.context().clearCookies();
            browser.open("/gimic/sign-in");
            assertThat(browser.button("Se connecter avec une clé d’accès")).isVisible();
            device.beTouched();
            browser.andArrive(
                    () -> browser.button("Se connecter avec une clé d’accès").click());
            device.lieStill(); // else it answers the page that refused it, and the page moves on while it is looked at
            assertThat(browser.page().getByRole(AriaRole.ALERT))
                    .containsText("Cette clé d’accès n’a pas permis de vous connecter.");
            isForEverybody(browser, "refused");
            browser.link("Se connecter autrement").click();
            browser.seesHeading("Se connecter à GIMIC");
        }
    }

    @Test
    void aBrowserWithoutPasskeysShowsNothingAtTheDoorAndSaysSoElsewhere() {
        try (var browser = Browser.phone(HOUSE)) {
            browser.context().addInitScript("delete window.PublicKeyCredential");
            browser.open("/gimic/sign-in");
            assertThat(browser.button("Se connecter avec une clé d’accès")).isHidden();
            showPassword(browser);
            browser.open("/gimic/account/passkey");
            browser.button("Ajouter une clé d’accès").click();
            assertThat(browser.page().getByText("Ce navigateur ne connaît pas les clés d’accès."))
                    .isVisible();
            assertThat(browser.button("Créer la clé d’accès")).isHidden();
        }
    }

    @Test
    void withoutJavaScriptThePageSaysSo() {
        try (var browser = Browser.of(HOUSE).withoutJavaScript().open()) {
            browser.open("/gimic/sign-in");
            assertThat(browser.button("Se connecter avec une clé d’accès")).isHidden();
            showPassword(browser);
            browser.open("/gimic/account/passkey");
            browser.button("Ajouter une clé d’accès").click();
            assertThat(browser.page().getByText("Les clés d’accès ont besoin de JavaScript"))
                    .isVisible();
        }
    }

    private void makeOne(Browser browser) {
        showPassword(browser);
        browser.open("/gimic/account/passkey");
        browser.button("Ajouter une clé d’accès").click();
        browser.seesHeading("Ajouter une clé d’accès");
        browser.button("Créer la clé d’accès").click();
        assertThat(browser.page().getByText("La clé d’accès est ajoutée.")).isVisible();
    }

    private void showPassword(Browser browser) {
        browser.open("/gimic/sign-in");
        browser.page().locator("#identifier").fill(camille.email());
        browser.page().locator("#password").fill(KeyHolder.PASSWORD);
        browser.andArrive(() -> browser.page()
                .locator("form:not(.scripted) button[type=submit]")
                .first()
                .click());
    }

    private static Locator line(Browser browser) {
        return browser.page().locator("[data-line]");
    }

    private static void isForEverybody(Browser browser, String name) {
        assertThat(Axe.findings(browser.page())).as(name).isEmpty();
        assertThat(browser.page().evaluate(WIDER_THAN_THE_SCREEN)).as(name).isEqualTo(false);
    }
}
