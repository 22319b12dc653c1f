package org.poterne.renewal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.poterne.renewal.ExpiringHouse.FRESH;
import static org.poterne.renewal.ExpiringHouse.PASSWORD;

import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.poterne.house.Axe;
import org.poterne.house.Browser;
import org.poterne.house.Person;

/** The page of an expired password on a phone, by somebody who wanted something else. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RenewalBrowserTests {

    private final ExpiringHouse expiring = ExpiringHouse.open();

    @AfterAll
    void stop() {
        expiring.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anExpiredPasswordIsReplacedOnAPhone(boolean javaScript) {
        var camille = expired();
        try (var browser = phone(javaScript)) {
            signIn(browser, camille);
            browser.seesHeading("Votre mot de passe a expiré");
            renew(browser, "autre chose");
            assertThat(browser.page()).hasTitle(Pattern.compile("^Erreur"));
            assertThat(browser.field("Mot de passe actuel *")).isFocused();
            assertThat(browser.field("Mot de passe actuel *"))
                    .hasAccessibleDescription(Pattern.compile("Rien n’a été changé"));
            renew(browser, PASSWORD);
            browser.seesHeading("Bonjour " + expiring.house().account(camille).fullName());
            assertThat(browser.page().getByRole(AriaRole.STATUS).first())
                    .containsText("Votre mot de passe est changé.");
            browser.link("Mon compte").click();
            assertThat(browser.link("Changer mon mot de passe")).containsText("Valable jusqu’au");
        }
        camille.mailbox().next();
        camille.mailbox().isEmpty();
    }

    @Test
    void whoeverHasForgottenItHasAWayOn() {
        var camille = expired();
        try (var browser = Browser.phone(expiring.house())) {
            signIn(browser, camille);
            browser.link("J’ai oublié mon mot de passe").click();
            browser.seesHeading("Mot de passe oublié\u202f?");
        }
    }

    @Test
    void thePageIsForEverybody() {
        var camille = expired();
        for (var language : new String[] {"fr-FR", "en-GB"}) {
            try (var browser =
                    Browser.of(expiring.house()).speaking(language).dark().open()) {
                var page = browser.open("/annee/sign-in");
                page.locator("#identifier").fill(camille.email());
                page.locator("#password").fill(PASSWORD);
                browser.andArrive(() -> page.locator("#password").press("Enter"));
                assertThat(page).hasURL(Pattern.compile("/sign-in/renewal$"));
                assertThat(Axe.findings(page)).as(language).isEmpty();
                browser.andArrive(
                        () -> page.locator("main button[type=submit]").first().click());
                assertThat(Axe.findings(page)).as("with an error, " + language).isEmpty();
                page.setViewportSize(320, 780);
                assertThat((boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                        .isTrue();
            }
        }
    }

    private Person expired() {
        expiring.house().withFreshBudgets();
        var camille = expiring.person();
        expiring.forward(Duration.ofDays(90));
        return camille;
    }

    private Browser phone(boolean javaScript) {
        var which = Browser.of(expiring.house());
        return javaScript ? which.open() : which.withoutJavaScript().open();
    }

    private static void signIn(Browser browser, Person person) {
        browser.open("/annee/sign-in");
        browser.field("Email").fill(person.email());
        browser.field("Mot de passe").fill(PASSWORD);
        browser.button("Se connecter").click();
    }

    private static void renew(Browser browser, String current) {
        browser.field("Mot de passe actuel *").fill(current);
        browser.field("Nouveau mot de passe *").fill(FRESH);
        browser.field("Confirmez votre mot de passe *").fill(FRESH);
        browser.button("Changer mon mot de passe").click();
    }
}
