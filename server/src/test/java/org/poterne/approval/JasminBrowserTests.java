package org.poterne.approval;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.poterne.approval.Apprentice.NEW;
import static org.poterne.approval.Apprentice.PASSWORD;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.poterne.authenticator.Phone;
import org.poterne.authenticator.Phone.Codes;
import org.poterne.house.Axe;
import org.poterne.house.Browser;
import org.poterne.house.Eyes;
import org.poterne.house.House;
import org.poterne.house.Person;

/** jasmin's document, step by step: a computer or the phone's own browser, and the authenticator on a phone of 390 points. */
class JasminBrowserTests {

    /** Its own: in a house that others have moved in time, a real browser's first call is stale, and its console says so. */
    private static final House HOUSE = House.build().start();

    private static final String PIN = "270491";
    private static final String APPLICATION = "/jasmin/authenticator";

    @AfterAll
    static void close() {
        HOUSE.close();
    }

    @BeforeEach
    void nothingIsSpent() {
        HOUSE.withFreshBudgets();
    }

    @Test
    void commentReinitialiserSonMotDePasse() {
        var camille = HOUSE.person("jasmin", PASSWORD);
        try (var phone = Browser.of(HOUSE).wide(390).open();
                var computer = Browser.desktop(HOUSE)) {
            enrol(phone, camille);
            // 01, 02: the application, and its account
            phone.open(APPLICATION);
            phone.seesHeading("Vos comptes");
            keep(phone.page(), "02-comptes");
            phone.link("AECE CFA JASMIN").click();
            phone.seesHeading("AECE CFA JASMIN");
            // 03
            keep(phone.page(), "03-profil");
            var browser = phone.page()
                    .context()
                    .waitForPage(() -> phone.link("Changer de mot de passe").click());
            // 04
            keep(browser, "04-changer");
            browser.getByRole(AriaRole.LINK, named("J’ai oublié mon mot de passe"))
                    .click();
            // 05
            heading(browser, "Réinitialiser votre mot de passe");
            assertThat(browser.getByLabel("Email")).hasValue(camille.email());
            keep(browser, "05-caracteres");
            read(browser);
            browser.getByRole(AriaRole.BUTTON, named("Suivant")).click();
            // 06
            heading(browser, "Vérifiez votre identité");
            keep(browser, "06-envoyer");
            browser.getByRole(AriaRole.BUTTON, named("Envoyer une notification"))
                    .click();
            // 07
            assertThat(browser.locator(".approval .number")).isVisible();
            keep(browser, "07-numero");
            var number = number(browser);
            // 08: the open application shows the request by itself
            phone.seesHeading("Voulez-vous réinitialiser votre mot de passe\u202f?");
            phone.field("Numéro affiché sur votre écran").fill(number);
            phone.page().locator("#unlock").fill(PIN);
            keep(phone.page(), "08-oui");
            phone.button("OUI").click();
            phone.seesHeading("C’est fait");
            keep(phone.page(), "08-fait");
            // 09: the browser has gone on by itself
            assertThat(browser.getByLabel("Nouveau mot de passe")).isVisible();
            keep(browser, "09-nouveau");
            browser.getByLabel("Nouveau mot de passe").fill(NEW);
            browser.getByLabel("Confirmez votre mot de passe").fill(NEW);
            browser.getByRole(AriaRole.BUTTON, named("Réinitialiser mon mot de passe"))
                    .click();
            // 10
            assertThat(browser.getByRole(AriaRole.STATUS).first())
                    .containsText("Félicitations\u202f! Votre mot de passe a été réinitialisé.");
            assertThat(browser.getByRole(AriaRole.STATUS).first())
                    .containsText("Merci d’être très vigilant quant à l’utilisation de votre mot de passe.");
            keep(browser, "10-felicitations");

            signInOn(computer, phone, camille);
        }
    }

    /** The new password, and then the phone once more: the door asks for it too. */
    private static void signInOn(Browser computer, Browser phone, Person camille) {
        computer.open("/jasmin/sign-in");
        computer.field("Email").fill(camille.email());
        computer.field("Mot de passe").fill(NEW);
        computer.button("Se connecter").click();
        computer.seesHeading("Approuvez la connexion sur votre téléphone");
        computer.button("Envoyer une notification").click();
        assertThat(computer.page().locator(".approval .number")).isVisible();
        keep(computer.page(), "porte-numero");
        phone.link("Vos comptes").last().click();
        phone.seesHeading("Êtes-vous en train de vous connecter\u202f?");
        phone.field("Numéro affiché sur votre écran").fill(number(computer.page()));
        phone.page().locator("#unlock").fill(PIN);
        phone.button("OUI").click();
        assertThat(computer.page().locator("h1")).containsText("Bonjour Camille Martin");
    }

    @Test
    void withoutJavaScriptTheBrowserLooksAgainWhenItsReaderDoes() {
        var camille = Apprentice.withPhone(HOUSE);
        try (var browser = Browser.of(HOUSE).withoutJavaScript().open()) {
            browser.open("/jasmin/recovery");
            browser.field("Email *").fill(camille.person().email());
            read(browser.page());
            browser.button("Suivant").click();
            browser.seesHeading("Vérifiez votre identité");
            browser.button("Envoyer une notification").click();
            camille.phone().approve(camille.asked(), number(browser.page()));
            browser.link("J’ai répondu\u00a0: continuer").click();
            browser.seesHeading("Réinitialiser votre mot de passe");
            assertThat(browser.field("Nouveau mot de passe *")).isVisible();
        }
    }

    @Test
    void withoutReadingAnImageTheDeviceWorksInstead() {
        var camille = Apprentice.withPhone(HOUSE);
        try (var browser = Browser.phone(HOUSE)) {
            browser.open("/jasmin/recovery");
            browser.field("Email *").fill(camille.person().email());
            browser.page().locator("[data-question-work] input").check();
            browser.button("Suivant").click();
            browser.seesHeading("Vérifiez votre identité");
        }
    }

    private static void enrol(Browser phone, Person camille) {
        var codes = Codes.shownTo(Phone.signedIn(HOUSE, camille, PASSWORD), "jasmin");
        phone.open(APPLICATION + "#bind=" + codes.link());
        phone.seesHeading("Ajouter un compte");
        phone.field("Nom de l’appareil").fill("Mon téléphone");
        phone.page().locator("#pin").fill(PIN);
        phone.field("Code PIN, encore une fois").fill(PIN);
        phone.button("Ajouter").click();
        phone.seesHeading("C’est fait");
    }

    private static void read(Page page) {
        var id = page.locator("input[name=challenge-id]").getAttribute("value");
        page.locator("#challenge-answer").fill(Eyes.characters(HOUSE, id));
    }

    private static String number(Page page) {
        return page.locator(".approval .number").textContent().replaceAll("\\D", "");
    }

    private static void heading(Page page, String heading) {
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText(heading);
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    /** Nothing that axe finds; and a picture, where somebody asks for pictures. */
    private static void keep(Page page, String name) {
        org.assertj.core.api.Assertions.assertThat(Axe.findings(page)).as(name).isEmpty();
        var folder = System.getProperty("poterne.screenshots", "");
        if (!folder.isEmpty()) {
            page.screenshot(
                    new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of(folder, "jasmin-" + name + ".png")));
        }
    }
}
