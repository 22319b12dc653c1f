package org.poterne.guide;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.poterne.house.Axe;
import org.poterne.house.Browser;
import org.poterne.house.House;

/** Somebody stuck, with a phone, who asks for help and says whether it helped. */
class HelpBrowserTests {

    private static final House HOUSE = House.open();
    private static final int PHONE = 390;

    @BeforeEach
    void freshBudgets() {
        HOUSE.withFreshBudgets();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void fromThePageWhereOneIsStuckToTheAnswerAndBackWithAndWithoutJavaScript(boolean javaScript) {
        var phone = Browser.of(HOUSE).wide(PHONE);
        try (var browser = javaScript ? phone.open() : phone.withoutJavaScript().open()) {
            browser.open("/gimic/recovery");
            browser.page().locator(".footer a").first().click();
            browser.seesHeading("Générer son propre mot de passe");
            browser.field("Votre commentaire (facultatif)").fill("Très clair, merci.");
            browser.button("Utile").click();
            assertThat(browser.page().getByRole(AriaRole.STATUS).first()).containsText("Merci de votre avis");
            browser.link("Toute l’aide").click();
            browser.seesHeading("Comment pouvons-nous vous aider\u202f?");
            browser.field("Rechercher dans l’aide").fill("change passe");
            browser.button("Rechercher").click();
            browser.link("Changer mon mot de passe").first().click();
            browser.link("Commencer maintenant").click();
            browser.seesHeading("Se connecter à GIMIC");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/jasmin/help/forgotten-password, true",
        "/jasmin/help/forgotten-password, false",
        "/metamots/help/forgotten-password?language=ar, true",
        "/metamots/help/forgotten-password?language=ar, false",
        "/extranet/help, true",
        "/extranet/help?search=rien%20du%20tout, false"
    })
    void eachPageIsForEverybodyAndFitsAPhone(String path, boolean dark) {
        var phone = Browser.of(HOUSE).wide(PHONE);
        try (var browser = dark ? phone.dark().open() : phone.open()) {
            var page = browser.open(path);
            assertThat(Axe.findings(page)).isEmpty();
            assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(PHONE);
        }
    }
}
