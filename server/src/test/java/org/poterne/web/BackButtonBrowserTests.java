package org.poterne.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.poterne.house.Browser;
import org.poterne.house.House;

/** Browsers show a page one goes back to as it was left, {@code no-store} or not, to whoever goes back. */
class BackButtonBrowserTests {

    private static final House HOUSE = House.open().withFreshBudgets();
    private static final String PASSWORD = "café 42";

    @Test
    void afterSigningOutItShowsNobodysHome() {
        var camille = HOUSE.person("gimic", PASSWORD);
        try (var browser = Browser.of(HOUSE).whole().open()) {
            browser.open("/gimic/sign-in");
            browser.field("Email").fill(camille.email());
            browser.field("Mot de passe").fill(PASSWORD);
            browser.button("Se connecter").click();
            browser.seesHeading("Bonjour " + HOUSE.account(camille).fullName());
            browser.button("Se déconnecter").click();
            browser.seesHeading("Se connecter à GIMIC");

            browser.back();
            browser.seesHeading("Se connecter à GIMIC");
            assertThat(browser.button("Se déconnecter")).hasCount(0);
        }
    }

    @Test
    void itShowsNoTypedPassword() {
        try (var browser = Browser.of(HOUSE).whole().open()) {
            browser.open("/gimic/sign-in");
            browser.field("Mot de passe").fill(PASSWORD);
            browser.button("Afficher le mot de passe").click();
            browser.link("Mot de passe oublié").click();
            browser.seesHeading("Mot de passe oublié ?");

            browser.back();
            browser.seesHeading("Se connecter à GIMIC");
            assertThat(browser.field("Mot de passe")).hasValue("");
        }
    }

    @Test
    void aFormOneComesBackToCanBeSentAgain() {
        var camille = HOUSE.person("gimic");
        try (var browser = Browser.of(HOUSE).whole().open()) {
            browser.open("/gimic/recovery");
            for (var time = 1; time <= 2; time++) {
                browser.field("Email *").fill(camille.email());
                browser.button("Envoyer les instructions par email").click();
                browser.seesHeading("Vérifiez votre messagerie");
                camille.mailbox().next();
                browser.back();
                browser.seesHeading("Mot de passe oublié ?");
            }
            assertThat(browser.posts()).isEqualTo(2);
        }
    }

    @Test
    void whoLeavesHasTheBrowserForgetWhatItKept() {
        var visitor = HOUSE.visitor();
        var form = visitor.get("/gimic/sign-in").first("input[name=_csrf]").attr("value");
        assertThat(visitor.postAndStay("/gimic/sign-out", Map.of("_csrf", form)).header("Clear-Site-Data"))
                .isEqualTo("\"cache\"");
    }
}
