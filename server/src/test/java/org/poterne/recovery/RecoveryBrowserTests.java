package org.poterne.recovery;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.poterne.house.Browser;
import org.poterne.house.House;
import org.poterne.house.Keyboard;
import org.poterne.house.Person;
import org.poterne.intake.AccountImport;
import org.poterne.intake.ImportMode;
import org.poterne.tenant.TenantId;

/** gimic's help page, done on a phone by somebody who reads it. */
class RecoveryBrowserTests {

    private static final House HOUSE = House.open().withFreshBudgets();
    private static final TenantId GIMIC = new TenantId("gimic");
    private static final String OLD = "le mot de passe oublié";
    private static final String NEW = "café 42";

    @Test
    void somebodyWhoForgotThePasswordGetsBackIn() {
        var camille = HOUSE.person("gimic", OLD);
        try (var browser = Browser.phone(HOUSE)) {
            ask(browser, camille);
            choose(browser, camille.mailbox().next().link());
            signIn(browser, camille, OLD);
            assertThat(browser.page().getByRole(AriaRole.ALERT)).containsText("Email ou mot de passe incorrect.");
            signIn(browser, camille, NEW);
            lookRoundAndLeave(browser);
        }
        assertThat(camille.mailbox().next().subject()).isEqualTo("Votre mot de passe GIMIC a été changé");
        camille.mailbox().isEmpty();
    }

    @Test
    void itGoesAsWellWithoutJavaScript() {
        var camille = HOUSE.person("gimic", OLD);
        try (var browser = Browser.of(HOUSE).withoutJavaScript().open()) {
            ask(browser, camille);
            choose(browser, camille.mailbox().next().link());
            signIn(browser, camille, NEW);
            lookRoundAndLeave(browser);
        }
        camille.mailbox().next();
        camille.mailbox().isEmpty();
    }

    @Test
    void itGoesAsWellByKeyboardAloneAndTheFocusIsAlwaysSeen() {
        var camille = HOUSE.person("gimic");
        try (var browser = Browser.phone(HOUSE)) {
            var keys = new Keyboard(browser.page());
            browser.open("/gimic/sign-in");
            keys.tabTo(browser.link("Mot de passe oublié")).enter();
            browser.seesHeading("Mot de passe oublié ?");
            keys.tabTo(browser.field("Email *")).type(camille.email());
            keys.tabTo(browser.button("Envoyer les instructions par email")).enter();
            browser.seesHeading("Vérifiez votre messagerie");
            keys.tabTo(browser.link("Refaire une demande"));

            browser.open(camille.mailbox().next().link()).waitForLoadState();
            keys.tabTo(browser.field("Nouveau mot de passe *")).type(NEW);
            keys.tabTo(browser.field("Confirmez votre mot de passe *")).type(NEW);
            keys.tabTo(browser.button("Changer mon mot de passe")).enter();

            browser.seesHeading("Se connecter à GIMIC");
            keys.tabTo(browser.field("Email")).type(camille.email());
            keys.tabTo(browser.field("Mot de passe")).type(NEW).enter();
            browser.seesHeading("Bonjour " + HOUSE.account(camille).fullName());
            keys.tabTo(main(browser).getByRole(AriaRole.LINK).first());
            keys.tabTo(browser.button("Se déconnecter")).enter();
            assertThat(browser.page().getByRole(AriaRole.STATUS).first()).containsText("Vous êtes hors connexion.");
        }
        camille.mailbox().next();
        camille.mailbox().isEmpty();
    }

    @Test
    void somebodyImportedWhoNeverHadAPasswordCreatesOne(@TempDir Path folder) throws IOException {
        var noa = new Person("gimic", "noa.importee@example.org");
        var file = folder.resolve("people.csv");
        Files.writeString(file, "e-mail,given name,family name\n" + noa.email() + ",Noa,Petit\n");
        HOUSE.bean(AccountImport.class).run(GIMIC, file, ImportMode.ALL_OR_NOTHING, _ -> {});
        try (var browser = Browser.phone(HOUSE)) {
            ask(browser, noa);
            var letter = noa.mailbox().next();
            assertThat(letter.text()).contains("créer votre propre mot de passe");
            choose(browser, letter.link());
            signIn(browser, noa, NEW);
            browser.seesHeading("Bonjour Noa Petit");
            lookRoundAndLeave(browser);
        }
        noa.mailbox().next();
        noa.mailbox().isEmpty();
    }

    @Test
    void reloadingThePageThatFollowsSendsNoSecondLetter() {
        var camille = HOUSE.person("gimic");
        try (var browser = Browser.phone(HOUSE)) {
            ask(browser, camille);
            camille.mailbox().next();
            browser.page().reload();
            browser.seesHeading("Vérifiez votre messagerie");
            assertThat(browser.posts()).isEqualTo(1);
        }
        camille.mailbox().isEmpty();
    }

    private static void ask(Browser browser, Person person) {
        browser.open("/gimic/sign-in");
        browser.seesHeading("Se connecter à GIMIC");
        browser.link("Mot de passe oublié").click();
        browser.seesHeading("Mot de passe oublié ?");
        browser.field("Email *").fill(person.email());
        browser.button("Envoyer les instructions par email").click();
        browser.seesHeading("Vérifiez votre messagerie");
        assertThat(main(browser)).containsText("« Spam » ou « pourriel »");
    }

    private static void choose(Browser browser, URI link) {
        browser.open(link);
        browser.seesHeading("Changer votre mot de passe");
        assertThat(main(browser)).containsText("6 caractères minimum");
        browser.field("Nouveau mot de passe *").fill(NEW);
        browser.field("Confirmez votre mot de passe *").fill(NEW);
        browser.button("Changer mon mot de passe").click();
        browser.seesHeading("Se connecter à GIMIC");
        assertThat(browser.page().getByRole(AriaRole.STATUS).first())
                .containsText("Votre mot de passe est enregistré. Vous pouvez désormais vous connecter avec celui-ci.");
    }

    private static void signIn(Browser browser, Person person, String password) {
        browser.field("Email").fill(person.email());
        browser.field("Mot de passe").fill(password);
        browser.button("Se connecter").click();
    }

    private static void lookRoundAndLeave(Browser browser) {
        for (var place : new String[] {"GIMIC", "OPP", "iCoop", "Contacts"}) {
            assertThat(main(browser)
                            .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(place))
                            .first())
                    .isVisible();
        }
        browser.button("Se déconnecter").click();
        assertThat(browser.page().getByRole(AriaRole.STATUS).first()).containsText("Vous êtes hors connexion.");
        browser.open("/gimic/");
        browser.seesHeading("Se connecter à GIMIC");
    }

    private static Locator main(Browser browser) {
        return browser.page().getByRole(AriaRole.MAIN);
    }
}
