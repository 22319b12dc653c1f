package org.poterne.recovery;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.poterne.recovery.RecoveryFlowTests.ask;

import com.microsoft.playwright.BrowserContext.GrantPermissionsOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.poterne.house.Browser;
import org.poterne.house.House;

/** The page of the new password: what it says when it refuses, and what it does for whoever types. */
class ChoosePasswordBrowserTests {

    private static final House HOUSE = House.open().withFreshBudgets();
    private static final String FIRST = "Nouveau mot de passe *";
    private static final String SECOND = "Confirmez votre mot de passe *";
    private static final String SUBMIT = "Changer mon mot de passe";
    private static final String SAVED = "Votre mot de passe est enregistré.";

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aRefusalIsToldBesideItsFieldWhichHasTheFocusAndTheLinkStaysGood(boolean javaScript) {
        var camille = HOUSE.person("gimic");
        var link = ask(HOUSE.visitor(), camille);
        var which = Browser.of(HOUSE);
        try (var browser = javaScript ? which.open() : which.withoutJavaScript().open()) {
            browser.open(link);
            send(browser, "abcdef", "abcdeg");
            isToldAt(browser, SECOND, "Les deux mots de passe ne sont pas identiques.");
            assertThat(browser.field(FIRST)).not().hasAttribute("aria-invalid", "true");

            send(browser, "12345", "12345");
            isToldAt(browser, FIRST, "il faut au moins 6 caractères");

            send(browser, "a".repeat(257), "a".repeat(257));
            isToldAt(browser, FIRST, "il peut avoir 256 caractères au plus");

            send(browser, "", "");
            isToldAt(browser, FIRST, "il faut au moins 6 caractères");
            assertThat(browser.page().getByText(camille.email())).isVisible();

            send(browser, "é".repeat(256), "é".repeat(256));
            assertThat(status(browser)).containsText(SAVED);
        }
        camille.mailbox().next();
    }

    @Test
    void thePasswordIsShownAndHiddenAndTheButtonSaysWhichItDoes() {
        try (var browser = Browser.phone(HOUSE)) {
            browser.open(link());
            var field = browser.field(FIRST);
            field.fill("café 42");
            assertThat(field).hasAttribute("type", "password");
            browser.button("Afficher le mot de passe").first().click();
            assertThat(field).hasAttribute("type", "text");
            assertThat(field).hasValue("café 42");
            assertThat(browser.field(SECOND)).hasAttribute("type", "password");
            browser.button("Masquer le mot de passe").click();
            assertThat(field).hasAttribute("type", "password");
            assertThat(browser.button("Afficher le mot de passe")).hasCount(2);
        }
    }

    /** What is sent from a text field, browsers keep and propose to the next person at the same keyboard. */
    @Test
    void aPasswordThatIsShownIsHiddenAgainWhenItIsSent() {
        try (var browser = Browser.phone(HOUSE)) {
            var page = browser.open(link());
            page.evaluate("""
                    addEventListener("submit", event => {
                      event.preventDefault();
                      document.title = [...document.querySelectorAll("main input")].map(field => field.type).join(" ");
                    })
                    """);
            browser.button("Afficher le mot de passe").first().click();
            send(browser, "café 42", "café 42");
            assertThat(page).hasTitle(Pattern.compile(".*password password$"));
        }
    }

    @Test
    void capsLockIsSaidWhileItIsOn() {
        try (var browser = Browser.phone(HOUSE)) {
            var page = browser.open(link());
            var hint = page.getByText("la touche Verrouillage des majuscules est active");
            assertThat(hint).hasCount(0);
            browser.field(FIRST).focus();
            browser.field(FIRST).dispatchEvent("keydown", Map.of("key", "A", "modifierCapsLock", true));
            assertThat(hint).isVisible();
            assertThat(page.getByRole(AriaRole.STATUS).filter(new Locator.FilterOptions().setHas(hint)))
                    .hasCount(1);
            browser.field(FIRST).dispatchEvent("keyup", Map.of("key", "CapsLock", "modifierCapsLock", false));
            assertThat(hint).hasCount(0);
        }
    }

    @Test
    void theRulesAreTickedWhileTyping() {
        try (var browser = Browser.phone(HOUSE)) {
            var page = browser.open(link());
            var rule = page.getByRole(AriaRole.LISTITEM)
                    .filter(new Locator.FilterOptions().setHasText("6 caractères minimum"));
            browser.field(FIRST).pressSequentially("café ");
            assertThat(rule).not().containsText("(respecté)");
            browser.field(FIRST).pressSequentially("4");
            assertThat(rule).containsText("(respecté)");
            browser.field(FIRST).press("Backspace");
            assertThat(rule).not().containsText("(respecté)");
        }
    }

    @Test
    void theSecondTypingIsComparedWithTheFirst() {
        try (var browser = Browser.phone(HOUSE)) {
            var page = browser.open(link());
            browser.field(FIRST).fill("café 42");
            browser.field(SECOND).pressSequentially("café ");
            assertThat(page.getByText("ne sont pas identiques")).hasCount(0);
            browser.field(SECOND).pressSequentially("43");
            assertThat(page.getByText("Les deux mots de passe ne sont pas identiques."))
                    .isVisible();
            browser.field(SECOND).press("Backspace");
            browser.field(SECOND).pressSequentially("2");
            assertThat(page.getByText("Les deux mots de passe sont identiques."))
                    .isVisible();
        }
    }

    @Test
    void aPasswordMayBePastedWhole() {
        var long_ = "quatre mots sans rapport ".repeat(10);
        try (var browser = Browser.phone(HOUSE)) {
            browser.context()
                    .grantPermissions(
                            List.of("clipboard-read", "clipboard-write"),
                            new GrantPermissionsOptions()
                                    .setOrigin(HOUSE.address().toString()));
            var page = browser.open(link());
            page.evaluate("text => navigator.clipboard.writeText(text)", long_);
            for (var label : List.of(FIRST, SECOND)) {
                browser.field(label).press("Control+V");
                assertThat(browser.field(label)).hasValue(long_);
            }
        }
    }

    @Test
    void twoClicksSendOneForm() {
        var camille = HOUSE.person("gimic");
        try (var browser = Browser.phone(HOUSE)) {
            browser.open("/gimic/recovery");
            browser.field("Email *").fill(camille.email());
            browser.button("Envoyer les instructions par email").dblclick();
            browser.seesHeading("Vérifiez votre messagerie");
            assertThat(browser.posts()).isEqualTo(1);

            browser.open(camille.mailbox().next().link());
            browser.field(FIRST).fill("café 42");
            browser.field(SECOND).fill("café 42");
            browser.button(SUBMIT).dblclick();
            assertThat(status(browser)).containsText(SAVED);
            assertThat(browser.posts()).isEqualTo(2);
        }
        camille.mailbox().next();
        camille.mailbox().isEmpty();
    }

    private static URI link() {
        return ask(HOUSE.visitor(), HOUSE.person("gimic"));
    }

    private static void send(Browser browser, String first, String second) {
        browser.field(FIRST).fill(first);
        browser.field(SECOND).fill(second);
        browser.button(SUBMIT).click();
    }

    private static void isToldAt(Browser browser, String label, String words) {
        assertThat(browser.page()).hasTitle(Pattern.compile("^Erreur.*Changer votre mot de passe"));
        assertThat(browser.field(label)).hasAttribute("aria-invalid", "true");
        assertThat(browser.field(label)).hasAccessibleDescription(Pattern.compile(words));
        assertThat(browser.page().getByText(words)).isInViewport();
        assertThat(browser.field(label)).isFocused();
        assertThat(browser.field(label)).hasValue("");
    }

    private static Locator status(Browser browser) {
        return browser.page().getByRole(AriaRole.STATUS).first();
    }
}
