package org.poterne.password;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.poterne.house.Browser;
import org.poterne.house.House;
import org.poterne.house.Person;

/** The rules and the advice as somebody meets them who types. */
class PasswordBrowserTests {

    private static final House HOUSE = House.open().withFreshBudgets();
    private static final String FIRST = "Nouveau mot de passe *";
    private static final String SECOND = "Confirmez votre mot de passe *";
    private static final String SENTENCE =
            "10 caractères minimum, ne doit pas être trop commun et doit être différent de"
                    + " votre pseudo et de votre email";

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theRulesAreReadBeforeTypingAndABrokenOneIsToldAtTheField(boolean javaScript) {
        var camille = HOUSE.person("agora");
        var which = Browser.of(HOUSE);
        try (var browser = javaScript ? which.open() : which.withoutJavaScript().open()) {
            browser.open(letterTo(camille));
            assertThat(browser.page().getByText(SENTENCE)).isVisible();
            assertThat(browser.page().locator(".rules li")).hasCount(1);
            assertThat(browser.field(FIRST)).hasAccessibleDescription(SENTENCE);

            send(browser, "Motdepasse1!");
            assertThat(browser.field(FIRST)).isFocused();
            assertThat(browser.field(FIRST)).hasAccessibleDescription(Pattern.compile("trop commun"));
            assertThat(browser.page().getByText(SENTENCE)).isVisible();

            send(browser, camille.email());
            assertThat(browser.field(FIRST))
                    .hasAccessibleDescription(Pattern.compile("de votre pseudo, de votre email"));

            send(browser, "verger tambour ficelle");
            assertThat(browser.page().getByText("Votre mot de passe est enregistré."))
                    .isVisible();
        }
        camille.mailbox().next();
        camille.mailbox().isEmpty();
    }

    /** A tick is a promise: what only the server can tell is not ticked. */
    @Test
    void onlyWhatABrowserCanTellIsTickedWhileTyping() {
        try (var browser = Browser.phone(HOUSE)) {
            browser.open(letterTo(HOUSE.person("agora")));
            browser.field(FIRST).pressSequentially("vent lac ");
            assertThat(browser.page().getByText("(respecté)")).hasCount(0);
            browser.field(FIRST).pressSequentially("é");
            assertThat(browser.page().getByText("(respecté)")).hasCount(1);
            assertThat(browser.page().locator(".rules li.met")).containsText("10 caractères minimum");
            browser.field(FIRST).fill("");
            assertThat(browser.page().getByText("(respecté)")).hasCount(0);
        }
    }

    @Test
    void kindsOfCharactersAreTickedAsTheServerJudgesThem() {
        try (var browser = Browser.phone(HOUSE)) {
            browser.open("/metamots/sign-up");
            var missing = browser.page().locator(".rules [data-rule=classes]:not(.met)");
            assertThat(missing)
                    .hasText(new String[] {"une minuscule", "une majuscule", "un chiffre", "un caractère spécial"});
            Map.of(
                            "aB3!",
                            true,
                            "ab3!",
                            false,
                            "aB!!",
                            false,
                            "aB33",
                            false,
                            "AB3!",
                            false,
                            "ÉÀé٣ ",
                            true,
                            "密码3-",
                            true,
                            "a".repeat(19),
                            false,
                            "a".repeat(20),
                            true,
                            "aB3e\u0301",
                            false)
                    .forEach((typed, met) -> {
                        browser.field("Mot de passe*").fill(typed);
                        if (met) {
                            assertThat(missing).hasCount(0);
                        } else {
                            assertThat(missing).not().hasCount(0);
                        }
                    });
        }
    }

    @Test
    void theStrengthIsAdvisedInWordsWhileTypingAndNothingLeavesThePage() {
        var sent = new ArrayList<String>();
        try (var browser = Browser.phone(HOUSE)) {
            var page = browser.open(letterTo(HOUSE.person("agora")));
            var advice = strength(page);
            assertThat(advice).hasText("");
            page.onRequest(request -> sent.add(request.url()));
            for (var weak : List.of(
                    "a",
                    "aaaaaaaaaaaaaaaaaaaa",
                    "azertyuiopqsdf",
                    "1234567890",
                    "motdepasse1",
                    "Soleil2024!",
                    "abcabcabcabcabc",
                    "ab cd ef")) {
                browser.field(FIRST).fill(weak);
                assertThat(advice).hasText("Facile à deviner. Ajoutez quelques mots sans rapport entre eux.");
            }
            browser.field(FIRST).fill("lac vent brume");
            assertThat(advice).hasText("Moyen. Un ou deux mots de plus le rendraient solide.");
            for (var strong : List.of("verger tambour ficelle nuage", "xK9#mQ2$vL7p&", "密码 سلام verger tambour")) {
                browser.field(FIRST).fill(strong);
                assertThat(advice).hasText("Solide.");
            }
            assertThat(advice).hasAttribute("role", "status");
            browser.field(FIRST).fill("");
            assertThat(advice).hasText("");
        }
        assertThat(sent).isEmpty();
    }

    @Test
    void theAdviceRefusesNothing() {
        var camille = HOUSE.person("agora");
        try (var browser = Browser.phone(HOUSE)) {
            var page = browser.open(letterTo(camille));
            browser.field(FIRST).fill("ccc ccc ccc");
            assertThat(strength(page)).containsText("Facile à deviner");
            send(browser, "ccc ccc ccc");
            assertThat(page.getByText("Votre mot de passe est enregistré.")).isVisible();
        }
        camille.mailbox().next();
        camille.mailbox().isEmpty();
    }

    private static Locator strength(Page page) {
        return page.locator(".strength");
    }

    private static URI letterTo(Person person) {
        var visitor = HOUSE.visitor();
        visitor.submit(visitor.get("/agora/recovery"), Map.of("email", person.email()));
        return person.mailbox().next().link();
    }

    private static void send(Browser browser, String password) {
        browser.field(FIRST).fill(password);
        browser.field(SECOND).fill(password);
        browser.button("Changer mon mot de passe").click();
    }
}
