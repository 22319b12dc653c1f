package org.poterne.recovery;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByLabelOptions;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.poterne.house.Browser;
import org.poterne.house.House;
import org.poterne.house.Person;

/** The four steps of gimic's help page, by people who have one minute of patience. */
class RecoveryBrowserTests {

    private static final House HOUSE = House.open();
    private static final String PASSWORD = "café 42 ☂";

    @Test
    void somebodyOnAPhoneGetsBackIn() {
        try (var browser = Browser.phone(HOUSE)) {
            walk(browser);
        }
    }

    @Test
    void somebodyWithoutJavaScriptGetsBackIn() {
        try (var browser = Browser.phoneWithoutJavaScript(HOUSE)) {
            walk(browser);
        }
    }

    private static void walk(Browser browser) {
        var camille = HOUSE.person("gimic");
        var page = browser.open("/gimic/sign-in");
        assertThat(page).hasTitle("Se connecter à GIMIC – GIMIC");
        link(page, "Mot de passe oublié").click();
        assertThat(heading(page)).containsText("Mot de passe oublié");
        page.getByLabel("Email *").fill(camille.email());
        button(page, "Envoyer les instructions par email").click();
        assertThat(page.locator("main")).containsText("pourriel");
        assertThat(page.locator("main")).containsText("no-reply@poterne.example");

        browser.open(camille.mailbox().next().link());
        assertThat(page).hasURL(Pattern.compile(".*/gimic/recovery/password$"));
        assertThat(page.locator("main")).containsText("6 caractères minimum");
        page.getByLabel("Nouveau mot de passe *").fill(PASSWORD);
        page.getByLabel("Confirmez votre mot de passe *").fill(PASSWORD);
        button(page, "Changer mon mot de passe").click();
        assertThat(page.getByRole(AriaRole.STATUS).first())
                .containsText("Votre mot de passe est enregistré. Vous pouvez désormais vous connecter avec celui-ci.");

        page.getByLabel("Email").fill(camille.email());
        page.getByLabel("Mot de passe", new GetByLabelOptions().setExact(true)).fill(PASSWORD);
        button(page, "Se connecter").click();
        assertThat(page).hasURL(Pattern.compile(".*/gimic/$"));
        assertThat(page.getByRole(AriaRole.MAIN).getByRole(AriaRole.LINK)).hasCount(4);
        button(page, "Se déconnecter").click();
        assertThat(heading(page)).containsText("Se connecter à GIMIC");
        page.goBack();
        assertThat(heading(page)).containsText("Se connecter à GIMIC");
        camille.mailbox().next();
        camille.mailbox().isEmpty();
    }

    @Test
    void somebodyWithAKeyboardAloneGetsBackIn() {
        var camille = HOUSE.person("gimic");
        try (var browser = Browser.desktop(HOUSE)) {
            var page = browser.open("/gimic/sign-in");
            tabTo(page, "Mot de passe oublié");
            page.keyboard().press("Enter");
            assertThat(heading(page)).containsText("Mot de passe oublié");
            tabTo(page, "email");
            page.keyboard().type(camille.email());
            page.keyboard().press("Enter");
            assertThat(page).hasURL(Pattern.compile(".*/recovery/sent$"));
            browser.open(camille.mailbox().next().link());
            tabTo(page, "password");
            page.keyboard().type(PASSWORD);
            tabTo(page, "confirmation");
            page.keyboard().type(PASSWORD);
            tabTo(page, "Changer mon mot de passe");
            page.keyboard().press("Space");
            assertThat(page).hasURL(Pattern.compile(".*/gimic/sign-in\\?notice=.*"));
        }
        camille.mailbox().next();
    }

    @Test
    void aWrongNewPasswordIsToldWhereItIsAndNothingIsLost() {
        var camille = HOUSE.person("gimic");
        try (var browser = Browser.phone(HOUSE)) {
            var page = openLink(browser, camille);
            save(page, "abcdef", "abcdeg");
            var confirmation = page.getByLabel("Confirmez votre mot de passe *");
            assertThat(confirmation).hasAttribute("aria-invalid", "true");
            assertThat(confirmation).hasAccessibleDescription(Pattern.compile(".*ne sont pas identiques.*"));
            assertThat(confirmation).isFocused();
            save(page, "abc", "abc");
            var password = page.getByLabel("Nouveau mot de passe *");
            assertThat(password).hasAccessibleDescription(Pattern.compile(".*au moins 6 caractères.*"));
            assertThat(password).isFocused();
            assertThat(password).hasValue("");
            save(page, "a".repeat(257), "a".repeat(257));
            assertThat(page.getByLabel("Nouveau mot de passe *"))
                    .hasAccessibleDescription(Pattern.compile(".*256 caractères au plus.*"));
            save(page, PASSWORD, PASSWORD);
            assertThat(page).hasURL(Pattern.compile(".*/gimic/sign-in\\?notice=.*"));
        }
        camille.mailbox().next();
    }

    @Test
    void aPasswordCanBeShownAndItsRulesAreTickedWhileTyping() {
        var camille = HOUSE.person("gimic");
        try (var browser = Browser.phone(HOUSE)) {
            var page = openLink(browser, camille);
            var password = page.getByLabel("Nouveau mot de passe *");
            password.fill("😀😀😀😀😀");
            assertThat(page.getByRole(AriaRole.LISTITEM)
                            .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("6 caractères")))
                    .not()
                    .containsText("(respecté)");
            password.fill("😀😀😀😀😀😀");
            assertThat(page.locator("main")).containsText("(respecté)");
            assertThat(password).hasAttribute("type", "password");
            page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Afficher le mot de passe"))
                    .first()
                    .click();
            assertThat(password).hasAttribute("type", "text");
            page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Masquer le mot de passe"))
                    .first()
                    .click();
            assertThat(password).hasAttribute("type", "password");
        }
    }

    @Test
    void twoQuickPressesSendOneRequest() {
        var camille = HOUSE.person("gimic");
        try (var browser = Browser.phone(HOUSE)) {
            var page = browser.open("/gimic/recovery");
            page.getByLabel("Email *").fill(camille.email());
            button(page, "Envoyer les instructions par email").dblclick();
            assertThat(page).hasURL(Pattern.compile(".*/recovery/sent$"));
            page.reload();
        }
        camille.mailbox().next();
        camille.mailbox().isEmpty();
    }

    @Test
    void aScannerThatRunsScriptsAndSubmitsEveryFormLeavesTheLinkGood() {
        var camille = HOUSE.person("gimic");
        var link = RecoveryFlowTests.ask(HOUSE.visitor(), camille);
        try (var scanner = Browser.desktop(HOUSE)) {
            var page = scanner.open(link);
            var forms = page.locator("form").count();
            for (var form = 0; form < forms; form++) {
                scanner.open(link);
                page.locator("form").nth(form).evaluate("form => form.requestSubmit()");
                page.waitForLoadState();
            }
        }
        var owner = HOUSE.visitor();
        assertThat(owner.submit(owner.get(link), RecoveryFlowTests.twice(PASSWORD))
                        .path())
                .isEqualTo("/gimic/sign-in");
        camille.mailbox().next();
    }

    private static Page openLink(Browser browser, Person person) {
        return browser.open(RecoveryFlowTests.ask(HOUSE.visitor(), person));
    }

    private static void save(Page page, String password, String confirmation) {
        page.getByLabel("Nouveau mot de passe *").fill(password);
        page.getByLabel("Confirmez votre mot de passe *").fill(confirmation);
        button(page, "Changer mon mot de passe").click();
        page.waitForLoadState();
    }

    /** Presses Tab until the element of that name, id or words has the focus, and sees that the focus shows. */
    private static void tabTo(Page page, String name) {
        for (var press = 0; press < 25; press++) {
            page.keyboard().press("Tab");
            var focused = String.valueOf(page.evaluate("""
                    () => { const e = document.activeElement, s = getComputedStyle(e);
                            return e.id + '|' + e.textContent + '|' + (s.outlineStyle !== 'none' || s.boxShadow !== 'none') }
                    """));
            if (focused.contains(name)) {
                assertThat(focused).as("the focus shows").endsWith("|true");
                return;
            }
        }
        throw new AssertionError("Tab never reaches " + name);
    }

    private static Locator heading(Page page) {
        return page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setLevel(1));
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName(name));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
    }
}
