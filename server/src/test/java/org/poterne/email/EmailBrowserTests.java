package org.poterne.email;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.poterne.email.Mover.PASSWORD;
import static org.poterne.email.Mover.freshMailbox;

import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.poterne.house.Axe;
import org.poterne.house.Browser;
import org.poterne.house.House;
import org.poterne.house.Keyboard;
import org.poterne.house.Mailbox;
import org.poterne.house.Person;

/** One's address, changed and taken back on a phone. */
class EmailBrowserTests {

    private static final House HOUSE = House.open();

    @BeforeEach
    void withFreshBudgets() {
        HOUSE.withFreshBudgets();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anAddressIsChangedAndTakenBack(boolean javaScript) {
        var camille = HOUSE.person("gimic", PASSWORD);
        var next = freshMailbox();
        try (var browser = browser(javaScript)) {
            signIn(browser, camille);
            ask(browser, next);
            assertThat(browser.page().getByText("En attente")).containsText(next.address());
            if (javaScript) { // the rules are a script
                isForEverybody(browser);
            }

            browser.open(next.next().link());
            browser.seesHeading("Confirmez votre nouvelle adresse");
            browser.button("Confirmer mon adresse").click();
            browser.seesHeading("Votre adresse email");
            assertThat(browser.page().getByRole(AriaRole.STATUS).first()).containsText("Votre adresse est changée.");
            assertThat(browser.page().locator("main .field .address")).hasText(next.address());
        }
        camille.mailbox().next();
        takesBack(javaScript, camille.mailbox().next().link());
        next.next();
    }

    private static void takesBack(boolean javaScript, URI link) {
        try (var browser = browser(javaScript)) {
            browser.open(link);
            browser.seesHeading("Rétablir votre adresse");
            browser.button("Rétablir mon adresse").click();
            assertThat(browser.page()).hasTitle(Pattern.compile("^Erreur.*Rétablir votre adresse"));
            var box = browser.page().getByRole(AriaRole.CHECKBOX);
            assertThat(box).isFocused();
            assertThat(box).hasAccessibleDescription("Cochez la case pour rétablir votre adresse.");
            box.check();
            browser.button("Rétablir mon adresse").click();
            browser.seesHeading("Mot de passe oublié ?");
            assertThat(browser.page().getByRole(AriaRole.STATUS).first()).containsText("Votre adresse est rétablie");

            browser.open(link);
            browser.seesHeading("Ce lien d’adresse ne fonctionne pas");
        }
    }

    @Test
    void onAnotherPhoneThePasswordIsAskedAndByKeyboardItGoesAsWell() {
        var camille = Mover.at(HOUSE);
        try (var browser = Browser.phone(HOUSE)) {
            var keys = new Keyboard(browser.page());
            browser.open(camille.link()).waitForLoadState();
            isForEverybody(browser);
            keys.tabTo(browser.field("Mot de passe *")).type("autre chose").enter();
            assertThat(browser.field("Mot de passe *")).isFocused();
            assertThat(browser.field("Mot de passe *"))
                    .hasAccessibleDescription(Pattern.compile("Ce n’est pas votre mot de passe actuel"));
            browser.field("Mot de passe *").fill(PASSWORD);
            keys.tabTo(browser.button("Confirmer mon adresse")).enter();
            browser.seesHeading("Se connecter à GIMIC");
        }
        camille.person().mailbox().next();
    }

    @Test
    void everyPageIsForEverybody() {
        var camille = Mover.at(HOUSE);
        var confirm = camille.link();
        try (var browser = Browser.phone(HOUSE)) {
            browser.open(confirm);
            isForEverybody(browser);
            browser.field("Mot de passe *").fill(PASSWORD);
            browser.button("Confirmer mon adresse").click();
            browser.seesHeading("Se connecter à GIMIC");
            var undo = camille.person().mailbox().next().link();
            browser.open(undo);
            isForEverybody(browser);
            browser.button("Rétablir mon adresse").click();
            assertThat(browser.page().getByRole(AriaRole.CHECKBOX)).isFocused();
            isForEverybody(browser);
            browser.open(confirm);
            browser.seesHeading("Ce lien d’adresse ne fonctionne pas");
            isForEverybody(browser);
        }
    }

    /** A mail gateway that opens every link in a browser of its own and sends every form (Outlook Safe Links). */
    @Test
    void aScannerThatSendsEveryFormMovesNobody() {
        var camille = Mover.at(HOUSE);
        var old = camille.person().mailbox();
        var confirm = camille.link();
        scan(confirm);
        assertThat(camille.visitor()
                        .get("/gimic/account/email")
                        .page()
                        .select("main .field .address")
                        .text())
                .isEqualTo(old.address());
        camille.visitor().submit(camille.visitor().get(confirm), Map.of());
        var undo = old.next().link();
        scan(undo);
        assertThat(camille.visitor()
                        .get("/gimic/account/email")
                        .page()
                        .select("main .field .address")
                        .text())
                .isEqualTo(camille.next().address());
        assertThat(Mover.undo(HOUSE.visitor(), undo).words()).contains("Votre adresse est rétablie");
    }

    private static void scan(URI link) {
        try (var scanner = Browser.desktop(HOUSE)) {
            assertThat(scanner.context().request().head(link.toString()).ok()).isTrue();
            scanner.open(link);
            for (var time = 0; time < 2; time++) {
                var form = scanner.page().locator("main form");
                scanner.andArrive(() -> form.evaluate("form => form.submit()"));
            }
            assertThat(scanner.posts()).isEqualTo(2);
        }
    }

    private static Browser browser(boolean javaScript) {
        var which = Browser.of(HOUSE);
        return javaScript ? which.open() : which.withoutJavaScript().open();
    }

    private static void signIn(Browser browser, Person person) {
        browser.open("/gimic/sign-in");
        browser.field("Email").fill(person.email());
        browser.field("Mot de passe").fill(PASSWORD);
        browser.button("Se connecter").click();
        browser.seesHeading("Bonjour " + HOUSE.account(person).fullName());
    }

    private static void ask(Browser browser, Mailbox next) {
        browser.open("/gimic/account/email");
        browser.field("Nouvelle adresse email *").fill(next.address());
        browser.field("Mot de passe actuel *").fill(PASSWORD);
        browser.button("Changer mon adresse").click();
        browser.seesHeading("Votre adresse email");
        assertThat(browser.page().getByRole(AriaRole.STATUS).first()).containsText("Message envoyé");
    }

    private static void isForEverybody(Browser browser) {
        assertThat(Axe.findings(browser.page())).isEmpty();
        assertThat((int) browser.page().evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(360);
    }
}
