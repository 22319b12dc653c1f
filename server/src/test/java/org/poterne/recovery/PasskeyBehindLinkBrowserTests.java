package org.poterne.recovery;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.poterne.house.Axe;
import org.poterne.house.Browser;
import org.poterne.house.House;
import org.poterne.house.Person;
import org.poterne.house.VirtualAuthenticator;

/** The passkey behind the link in a real browser, on a device that Chromium plays. */
class PasskeyBehindLinkBrowserTests {

    private static final House HOUSE = House.open();
    private static final String PASSWORD = "une longue phrase de passe";
    private static final String NEW = "une tout autre phrase de passe";
    private static final String WIDER_THAN_THE_SCREEN =
            "document.documentElement.scrollWidth > document.documentElement.clientWidth";

    private final Person camille = HOUSE.person("exigeante", PASSWORD);

    @BeforeEach
    void freshBudgets() {
        HOUSE.withFreshBudgets();
    }

    @Test
    void theDeviceIsAskedBehindTheLinkAndANewPasswordFollows() {
        try (var browser = Browser.phone(HOUSE)) {
            var device = VirtualAuthenticator.in(browser);
            makeOne(browser);
            device.lieStill();
            browser.context().clearCookies();
            openTheLink(browser);
            browser.seesHeading("Confirmez avec votre clé d’accès");
            isForEverybody(browser);
            device.beTouched();
            device.refuseFinger();
            browser.button("Utiliser ma clé d’accès").click();
            assertThat(browser.page().locator("[data-line]")).containsText("Rien n’a été envoyé");
            device.knowFinger();
            browser.andArrive(() -> browser.button("Utiliser ma clé d’accès").click());
            browser.page().waitForURL("**/exigeante/recovery/password");
            browser.page().locator("#password").fill(NEW);
            browser.page().locator("#confirmation").fill(NEW);
            device.lieStill(); // the door would ask for it by itself
            browser.andArrive(() -> browser.page()
                    .locator("main form button[type=submit]")
                    .first()
                    .click());
            browser.page().waitForURL("**/exigeante/sign-in?*");
            camille.mailbox().next();
        }
    }

    /** The browser signs with whichever it has, and the page says kindly that it does not count. */
    @Test
    void aPasskeyThatIsNoneOfTheAccountsIsRefusedOnThePage() {
        try (var browser = Browser.desktop(HOUSE)) {
            VirtualAuthenticator.in(browser);
            makeOne(browser);
            browser.context().clearCookies();
            var other = HOUSE.person("exigeante", PASSWORD);
            openTheLink(browser, other);
            browser.andArrive(() -> browser.button("Utiliser ma clé d’accès").click());
            assertThat(browser.page().getByRole(AriaRole.ALERT)).containsText("Cette clé d’accès n’a pas été acceptée");
            assertThat(browser.link("Contactez-nous").first()).isVisible();
            isForEverybody(browser);
        }
    }

    @Test
    void aLinkThatIsOverMeanwhileSaysSo() {
        try (var browser = Browser.phone(HOUSE)) {
            VirtualAuthenticator.in(browser);
            openTheLink(browser);
            browser.seesHeading("Confirmez avec votre clé d’accès");
            var asked = HOUSE.visitor();
            asked.submit(asked.get("/exigeante/recovery"), Map.of("email", camille.email()));
            camille.mailbox().next(); // the older link is dead
            browser.andArrive(() -> browser.button("Utiliser ma clé d’accès").click());
            browser.seesHeading("Ce lien ne fonctionne pas");
        }
    }

    @Test
    void withoutJavaScriptThePageSaysWhatToDo() {
        try (var browser = Browser.of(HOUSE).withoutJavaScript().open()) {
            openTheLink(browser);
            browser.seesHeading("Confirmez avec votre clé d’accès");
            assertThat(browser.page().getByText("Les clés d’accès ont besoin de JavaScript"))
                    .isVisible();
            assertThat(browser.page().getByText("Ouvrez-y le lien que nous vous avons envoyé"))
                    .isVisible();
            assertThat(browser.button("Utiliser ma clé d’accès")).isHidden();
            assertThat(browser.page().locator("main a:text('Contactez-nous')")).isVisible();
        }
    }

    @Test
    void aBrowserWithoutPasskeysSaysSo() {
        try (var browser = Browser.phone(HOUSE)) {
            browser.context().addInitScript("delete window.PublicKeyCredential");
            openTheLink(browser);
            assertThat(browser.page().getByText("Ce navigateur ne connaît pas les clés d’accès."))
                    .isVisible();
            assertThat(browser.button("Utiliser ma clé d’accès")).isHidden();
            isForEverybody(browser);
        }
    }

    private void openTheLink(Browser browser) {
        openTheLink(browser, camille);
    }

    private static void openTheLink(Browser browser, Person person) {
        var lost = HOUSE.visitor();
        lost.submit(lost.get("/exigeante/recovery"), Map.of("email", person.email()));
        browser.open(person.mailbox().next().link());
    }

    private void makeOne(Browser browser) {
        browser.open("/exigeante/sign-in");
        browser.page().locator("#identifier").fill(camille.email());
        browser.page().locator("#password").fill(PASSWORD);
        browser.andArrive(() -> browser.page()
                .locator("form:not(.scripted) button[type=submit]")
                .first()
                .click());
        browser.open("/exigeante/account/passkey");
        browser.button("Ajouter une clé d’accès").click();
        browser.seesHeading("Ajouter une clé d’accès");
        browser.button("Créer la clé d’accès").click();
        assertThat(browser.page().getByText("La clé d’accès est ajoutée.")).isVisible();
        camille.mailbox().next(); // a factor was added
    }

    private static void isForEverybody(Browser browser) {
        assertThat(Axe.findings(browser.page())).isEmpty();
        assertThat(browser.page().evaluate(WIDER_THAN_THE_SCREEN)).isEqualTo(false);
    }
}
