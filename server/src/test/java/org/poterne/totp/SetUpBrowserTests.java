package org.poterne.totp;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.poterne.house.Browser;
import org.poterne.house.House;
import org.poterne.house.Person;

/** With a real browser: what is copied, printed and saved, and all of it without JavaScript. */
class SetUpBrowserTests {

    private static final House HOUSE = TotpFlowTests.HOUSE;

    @AfterEach
    void theNextComesFromAnAddressThatHasSpentNothing() {
        HOUSE.withFreshBudgets();
    }

    @Test
    void theKeyIsCopiedAndTheCodesArePrintedCopiedAndSaved() throws IOException {
        var camille = HOUSE.person("gimic", AppHolder.PASSWORD);
        try (var browser = Browser.phone(HOUSE)) {
            browser.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
            theKeyIsCopied(browser, camille);
            setUp(browser, camille);
            browser.open("/gimic/account/recoverycode");
            browser.andArrive(() -> browser.button("Créer dix codes").click());
            browser.seesHeading("Vos codes de secours");
            var codes = browser.page().locator("#sheet li").allInnerTexts();
            assertThat(codes).hasSize(10);

            browser.button("Copier").click();
            assertThat(browser.button("Copié")).isVisible();
            assertThat((String) browser.page().evaluate("navigator.clipboard.readText()"))
                    .contains(codes);
            var saved = browser.page()
                    .waitForDownload(() -> browser.button("Télécharger").click());
            assertThat(saved.suggestedFilename()).isEqualTo("gimic-codes.txt");
            assertThat(Files.readString(saved.path())).contains(codes).contains(camille.email());

            browser.page().emulateMedia(new EmulateMediaOptions().setMedia(Media.PRINT));
            assertThat(browser.page().locator("#sheet")).isVisible();
            assertThat(browser.button("Imprimer")).isHidden();
            assertThat(browser.button("J’ai gardé mes codes")).isHidden();
        }
    }

    @Test
    void nothingOfItNeedsAScript() {
        var camille = HOUSE.person("gimic", AppHolder.PASSWORD);
        try (var browser = Browser.of(HOUSE).withoutJavaScript().open()) {
            var phone = setUp(browser, camille);
            browser.context().clearCookies();
            signIn(browser, camille);
            browser.seesHeading("Tapez le code de votre application");
            browser.field("Code à six chiffres").fill(phone.code());
            browser.andArrive(() -> browser.button("Se connecter").click());
            browser.seesHeading("Bonjour " + HOUSE.account(camille).fullName());
        }
    }

    private static void theKeyIsCopied(Browser browser, Person camille) {
        signIn(browser, camille);
        browser.open("/gimic/account/totp");
        browser.andArrive(() -> browser.button("Configurer une application").click());
        browser.button("Copier la clé").click();
        assertThat(browser.button("Copié")).isVisible();
        assertThat((String) browser.page().evaluate("navigator.clipboard.readText()"))
                .isEqualToIgnoringWhitespace(browser.page().locator("#key").innerText());
        browser.context().clearCookies();
    }

    private static PhoneApp setUp(Browser browser, Person camille) {
        signIn(browser, camille);
        browser.open("/gimic/account/totp");
        browser.andArrive(() -> browser.button("Configurer une application").click());
        browser.seesHeading("Configurer une application");
        assertThat(browser.page().locator("svg.qr[role=img]")).isVisible();
        var key = browser.page().locator("#key").innerText();
        var phone = PhoneApp.of(HOUSE, key.replaceAll("\\s", ""));
        browser.field("Code à six chiffres").fill(phone.code());
        browser.field("Nom de cette application").fill("Mon téléphone rouge");
        browser.andArrive(() -> browser.button("Activer").click());
        assertThat(browser.page().locator("#apps")).containsText("Mon téléphone rouge");
        return phone;
    }

    private static void signIn(Browser browser, Person person) {
        browser.open("/gimic/sign-in");
        browser.field("Email").fill(person.email());
        browser.field("Mot de passe").fill(AppHolder.PASSWORD);
        browser.andArrive(() -> browser.button("Se connecter").click());
    }
}
