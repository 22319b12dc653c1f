package org.poterne.registration;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.poterne.house.Axe;
import org.poterne.house.Browser;
import org.poterne.house.House;
import org.poterne.house.Keyboard;

/** agora's sign-up, done on a phone by somebody who reads the page. */
class RegistrationBrowserTests {

    private static final House HOUSE = House.open();
    private static final String SIGN_UP = "Créer mon compte";
    private static final String CONFIRMED = "Votre compte est confirmé. Vous pouvez maintenant vous connecter.";

    @BeforeEach
    void freshBudgets() {
        HOUSE.withFreshBudgets();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void somebodySignsUpAndConfirmsWithAndWithoutJavaScript(boolean javaScript) {
        var noe = Newcomer.at("agora");
        try (var browser = browser(javaScript)) {
            signUp(browser, noe);
            assertThat(main(browser)).containsText("« Spam » ou « pourriel »");
            browser.open(noe.mailbox().next().link());
            browser.seesHeading("Confirmer votre compte");
            assertThat(browser.page().locator("main input:visible")).hasCount(0);
            browser.button("Confirmer mon compte").click();
            assertThat(status(browser)).containsText(CONFIRMED);
            browser.field("Pseudo ou email").fill(noe.username());
            browser.field("Mot de passe").fill(noe.password());
            browser.button("Se connecter").click();
            browser.seesHeading("Bonjour " + noe.name());
        }
        noe.mailbox().isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void onAnotherDeviceThePasswordIsTypedOnceMore(boolean javaScript) {
        var noe = Newcomer.at("agora");
        try (var computer = Browser.desktop(HOUSE);
                var phone = browser(javaScript)) {
            signUp(computer, noe);
            phone.open(noe.mailbox().next().link());
            var field = phone.field("Le mot de passe choisi à l’inscription *");
            field.fill("un tout autre");
            phone.button("Confirmer mon compte").click();
            assertThat(phone.page()).hasTitle(Pattern.compile("^Erreur.*Confirmer votre compte"));
            assertThat(field).hasAccessibleDescription(Pattern.compile("Ce n’est pas le mot de passe"));
            assertThat(field).isFocused();
            assertThat(field).hasValue("");
            field.fill(noe.password());
            phone.button("Confirmer mon compte").click();
            assertThat(status(phone)).containsText(CONFIRMED);
        }
        noe.mailbox().isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatWillNotDoIsToldBesideItsFieldAndTheFirstHasTheFocus(boolean javaScript) {
        var settled = Newcomer.at("agora").settle(HOUSE);
        var noe = Newcomer.at("agora");
        try (var browser = browser(javaScript)) {
            browser.open("/agora/sign-up");
            browser.field("Nom *").fill(noe.name());
            browser.field("Email *").fill("noé@");
            browser.field("Mot de passe *").fill("court");
            browser.button(SIGN_UP).click();
            assertThat(browser.page()).hasTitle(Pattern.compile("^Erreur.*Créer un compte"));
            assertThat(browser.field("Pseudo *")).isFocused();
            assertThat(browser.field("Pseudo *")).hasAccessibleDescription(Pattern.compile("Choisissez un pseudo"));
            assertThat(browser.field("Email *")).hasAccessibleDescription(Pattern.compile("semble incomplète"));
            assertThat(browser.field("Email *")).hasValue("noé@");
            assertThat(browser.field("Nom *")).hasValue(noe.name());
            assertThat(browser.field("Mot de passe *"))
                    .hasAccessibleDescription(Pattern.compile("au moins 10 caractères"));
            assertThat(browser.field("Mot de passe *")).hasValue("");
            fits(browser);

            fill(browser, noe.withEmail(settled.email()));
            assertThat(browser.field("Email *"))
                    .hasAccessibleDescription(Pattern.compile("^Email n’est pas disponible"));
            assertThat(browser.field("Email *")).isFocused();
            main(browser)
                    .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Mot de passe oublié"))
                    .click();
            browser.seesHeading("Mot de passe oublié ?");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoeverReceivedNothingAsksAgain(boolean javaScript) {
        var noe = Newcomer.at("agora");
        try (var browser = browser(javaScript)) {
            signUp(browser, noe);
            noe.mailbox().next();
            browser.link("Renvoyer le message").click();
            browser.seesHeading("Vous n’avez pas reçu d’instruction de confirmation ?");
            fits(browser);
            browser.field("Email *").fill(noe.email());
            browser.button("Renvoyer les instructions de confirmation").click();
            browser.seesHeading("Vérifiez votre messagerie");
            browser.page().reload();
            var link = noe.mailbox().next().link();
            noe.mailbox().isEmpty();
            browser.open(link);
            browser.button("Confirmer mon compte").click();
            assertThat(status(browser)).containsText(CONFIRMED);

            browser.open("/agora/confirm/resend");
            browser.field("Email *").fill(noe.email());
            browser.button("Renvoyer les instructions de confirmation").click();
            assertThat(browser.field("Email *"))
                    .hasAccessibleDescription(
                            Pattern.compile("Cette adresse email a déjà été confirmée. Essayez de vous connecter."));
        }
        noe.mailbox().isEmpty();
    }

    @Test
    void itGoesAsWellByKeyboardAlone() {
        var noe = Newcomer.at("agora");
        try (var browser = Browser.phone(HOUSE)) {
            var keys = new Keyboard(browser.page());
            browser.open("/agora/sign-up");
            keys.tabTo(browser.field("Nom *")).type(noe.name());
            keys.tabTo(browser.field("Pseudo *")).type(noe.username());
            keys.tabTo(browser.field("Email *")).type(noe.email());
            keys.tabTo(browser.field("Mot de passe *")).type(noe.password());
            keys.tabTo(browser.button(SIGN_UP)).enter();
            browser.seesHeading("Vérifiez votre messagerie");
            keys.tabTo(browser.link("Renvoyer le message"));
            browser.open(noe.mailbox().next().link());
            keys.tabTo(browser.button("Confirmer mon compte")).enter();
            assertThat(status(browser)).containsText(CONFIRMED);
        }
    }

    @Test
    void theRulesAreTickedWhileTypingAndThePasswordCanBeSeen() {
        try (var browser = Browser.phone(HOUSE)) {
            var page = browser.open("/agora/sign-up");
            var rule = page.getByRole(AriaRole.LISTITEM)
                    .filter(new Locator.FilterOptions().setHasText("10 caractères minimum"));
            browser.field("Mot de passe *").pressSequentially("neuf neuf");
            assertThat(rule).not().containsText("(respecté)");
            browser.field("Mot de passe *").pressSequentially("!");
            assertThat(rule).containsText("(respecté)");
            browser.button("Afficher le mot de passe").click();
            assertThat(browser.field("Mot de passe *")).hasAttribute("type", "text");
        }
    }

    /** A mail gateway that opens every link in a browser of its own, and sends every form (Outlook Safe Links). */
    @Test
    void aScannerThatSendsEveryFormConfirmsNobody() {
        var noe = Newcomer.at("agora");
        var sender = Newcomer.visitor(HOUSE);
        var link = noe.signUp(sender);
        try (var scanner = Browser.desktop(HOUSE)) {
            scanner.open(link);
            for (var round = 0; round < 6; round++) {
                var form = scanner.page().locator("main form");
                scanner.andArrive(() -> form.evaluate("form => form.submit()"));
            }
            scanner.seesHeading("Confirmer votre compte");
            assertThat(scanner.posts()).isEqualTo(6);
        }
        assertThat(noe.signIn(sender).path()).isEqualTo("/agora/sign-in");
        try (var browser = Browser.phone(HOUSE)) {
            browser.open(link);
            browser.field("Le mot de passe choisi à l’inscription *").fill(noe.password());
            browser.button("Confirmer mon compte").click();
            assertThat(status(browser)).containsText(CONFIRMED);
        }
    }

    @Test
    void axeFindsNothingOnAnyPageOfIt() {
        var noe = Newcomer.at("agora");
        try (var computer = Browser.desktop(HOUSE);
                var browser = Browser.phone(HOUSE)) {
            var page = browser.open("/agora/sign-up");
            assertThat(Axe.findings(page)).isEmpty();
            browser.button(SIGN_UP).click();
            assertThat(page).hasTitle(Pattern.compile("^Erreur"));
            assertThat(Axe.findings(page)).isEmpty();
            fill(browser, noe);
            browser.seesHeading("Vérifiez votre messagerie");
            assertThat(Axe.findings(page)).isEmpty();
            browser.open("/agora/confirm/resend");
            assertThat(Axe.findings(page)).isEmpty();
            var link = noe.mailbox().next().link();
            browser.open(link);
            assertThat(Axe.findings(page)).isEmpty();
            computer.open(link);
            assertThat(Axe.findings(computer.page())).isEmpty();
            browser.open("/agora/confirm/open?token=x");
            assertThat(Axe.findings(page)).isEmpty();
        }
    }

    private static Browser browser(boolean javaScript) {
        var which = Browser.of(HOUSE);
        return javaScript ? which.open() : which.withoutJavaScript().open();
    }

    private static void signUp(Browser browser, Newcomer noe) {
        browser.open("/agora/sign-up");
        fits(browser);
        fill(browser, noe);
        browser.seesHeading("Vérifiez votre messagerie");
    }

    private static void fill(Browser browser, Newcomer noe) {
        browser.field("Nom *").fill(noe.name());
        browser.field("Pseudo *").fill(noe.username());
        browser.field("Email *").fill(noe.email());
        browser.field("Mot de passe *").fill(noe.password());
        browser.button(SIGN_UP).click();
    }

    /** Nobody scrolls sideways. */
    private static void fits(Browser browser) {
        var width =
                browser.page().evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(width).isEqualTo(0);
    }

    private static Locator main(Browser browser) {
        return browser.page().getByRole(AriaRole.MAIN);
    }

    private static Locator status(Browser browser) {
        return main(browser).getByRole(AriaRole.STATUS).first();
    }
}
