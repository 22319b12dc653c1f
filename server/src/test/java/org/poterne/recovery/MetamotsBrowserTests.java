package org.poterne.recovery;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.poterne.house.Browser;
import org.poterne.house.House;
import org.poterne.house.Mailbox;
import org.poterne.tenant.TenantId;
import org.poterne.tenant.Tenants;
import org.poterne.words.Words;

/** The whole of metamots's document in a browser: account created, password lost, identity described, password recreated. */
class MetamotsBrowserTests {

    private static final House HOUSE = House.open();
    private static final String OLD = "Trois-mots 42";
    private static final String NEW = "Quatre+mots 43";

    private final String username = "walker" + UUID.randomUUID().toString().substring(0, 8);
    private final Mailbox mailbox = new Mailbox(username + "@example.org");

    @ParameterizedTest
    @ValueSource(strings = {"fr", "de", "ar"})
    void theDocumentIsWalkedOnAPhone(String language) {
        walk(Browser.of(HOUSE).speaking(language), language);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "ar"})
    void itGoesAsWellWithoutJavaScript(String language) {
        walk(Browser.of(HOUSE).speaking(language).withoutJavaScript(), language);
    }

    /** In the languages that are not walked whole: the way in and out, and each letter. */
    @ParameterizedTest
    @CsvSource({"en", "es", "it", "pt", "nl"})
    void signingUpAndForgettingSpeakEachLanguage(String language) {
        walk(Browser.of(HOUSE).speaking(language).desktop(), language);
    }

    private void walk(Browser.Builder builder, String language) {
        HOUSE.withFreshBudgets();
        var words = HOUSE.bean(Tenants.class).get(new TenantId("metamots")).words(Locale.forLanguageTag(language));
        try (var browser = builder.open()) {
            signUp(browser, words);
            signIn(browser, words, OLD);
            browser.button(words.say("web.layout.sign-out")).click();
            forget(browser, words);
            recreate(browser, words);
            signIn(browser, words, NEW);
        }
        assertThat(mailbox.next().header("Content-Language")).as("the notice").isEqualTo(language);
        mailbox.isEmpty();
    }

    private void signUp(Browser browser, Words words) {
        browser.open("/metamots/sign-in");
        browser.seesHeading(words.say("signin.title"));
        assertThat(browser.page().locator("html"))
                .hasAttribute("dir", words.language().getLanguage().equals("ar") ? "rtl" : "ltr");
        browser.link(words.say("registration.sign-up-way-out.link")).click();
        browser.seesHeading(words.say("registration.sign-up.title"));
        field(browser, words, "registration.sign-up.username").fill(username);
        describe(browser, words);
        field(browser, words, "registration.sign-up.password").fill(OLD);
        browser.button(words.say("registration.sign-up.submit")).click();
        browser.seesHeading(words.say("registration.sent.title"));

        var letter = mailbox.next();
        assertThat(letter.header("Content-Language")).isEqualTo(words.language().toLanguageTag());
        assertThat(letter.subject()).isEqualTo(words.say("registration.confirm-letter.subject", "house", "Metamots"));
        browser.open(letter.link());
        browser.button(words.say("registration.confirm.submit")).click();
        browser.seesHeading(words.say("signin.title"));
        assertThat(browser.page().getByRole(AriaRole.STATUS).first())
                .containsText(words.say("registration.notice.confirmed"));
    }

    private void signIn(Browser browser, Words words, String password) {
        browser.open("/metamots/sign-in");
        field(browser, words, "signin.identifier.username").fill(username);
        field(browser, words, "signin.password").fill(password);
        assertThat(browser.page().locator("#language"))
                .hasValue(words.language().toLanguageTag());
        browser.button(words.say("signin.submit")).click();
        browser.seesHeading(words.say("signin.home.greeting", "name", "Élise O’Brien"));
    }

    private void forget(Browser browser, Words words) {
        browser.seesHeading(words.say("signin.title"));
        browser.link(words.say("recovery.way-out.link")).click();
        browser.seesHeading(words.say("recovery.forgot.title"));
        describe(browser, words);
        browser.button(words.say("recovery.forgot.submit")).click();
        browser.seesHeading(words.say("recovery.sent.title"));
    }

    private void recreate(Browser browser, Words words) {
        var letter = mailbox.next();
        assertThat(letter.subject()).isEqualTo(words.say("recovery.letter.subject", "house", "Metamots"));
        assertThat(letter.text()).contains(words.say("recovery.letter.button"));
        browser.open(letter.link());
        browser.seesHeading(words.say("recovery.choose.title"));
        describe(browser, words);
        field(browser, words, "recovery.choose.password").fill(NEW);
        browser.button(words.say("recovery.choose.submit")).click();
        browser.seesHeading(words.say("signin.title"));
        assertThat(browser.page().getByRole(AriaRole.STATUS).first())
                .containsText(words.say("recovery.notice.password-reset"));
    }

    /** The same five fields, wherever they are asked; a country that is not the one proposed. */
    private void describe(Browser browser, Words words) {
        field(browser, words, "recovery.forgot.email").fill(mailbox.address());
        field(browser, words, "profile.field.given-name").fill("Élise");
        field(browser, words, "profile.field.family-name").fill("O’Brien");
        var searched = browser.page().locator("[role=combobox]");
        if (searched.count() > 0) {
            searched.fill("ch");
            searched.press("Enter");
            searched.fill(browser.page()
                    .locator("select[name=country] option[value=CH]")
                    .textContent());
            searched.press("Enter");
        } else {
            browser.page().locator("#country").selectOption(new SelectOption().setValue("CH"));
        }
        assertThat(browser.page().locator("select[name=country]")).hasValue("CH");
        browser.page().locator("#organisation-kind").selectOption(new SelectOption().setValue("association"));
    }

    private static Locator field(Browser browser, Words words, String key) {
        return browser.field(words.say("web.form.required-label", "label", words.say(key)));
    }
}
