package org.poterne.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.poterne.account.Accounts;
import org.poterne.account.Username;
import org.poterne.house.House;
import org.poterne.house.Mailbox;
import org.poterne.house.Seen;
import org.poterne.house.Visitor;
import org.poterne.tenant.TenantId;

/** Which language a page and a letter speak: the one chosen, else the account's, else the browser's, else the tenant's first. */
class LanguageFlowTests {

    private static final House HOUSE = House.open();
    private static final String STRONG = "Trois-mots 42";

    @Test
    void aLanguageChosenAtTheDoorIsSpokenAtOnceRememberedAndTheAccounts() {
        var person = signUp("de.sprecher");
        var visitor = speaking("fr");

        var refused = visitor.submit(
                visitor.get("/metamots/sign-in"), Map.of("identifier", person, "password", "falsch", "language", "de"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(language(refused)).isEqualTo("de");
        assertThat(refused.first("#form-error").text()).contains("Passwort");
        assertThat(language(visitor.get("/metamots/recovery")))
                .as("remembered by this browser")
                .isEqualTo("de");
        assertThat(language(HOUSE.visitor().accepting(Optional.of("fr")).get("/metamots/sign-in")))
                .as("and by no other")
                .isEqualTo("fr");
        assertThat(spoken(person))
                .as("a wrong password changes nothing of the account")
                .isEqualTo("fr");

        var home = visitor.submit(refused, Map.of("identifier", person, "password", STRONG, "language", "de"));
        assertThat(language(home)).isEqualTo("de");
        assertThat(home.heading()).startsWith("Guten Tag");
        assertThat(spoken(person)).isEqualTo("de");

        var elsewhere = speaking("fr");
        elsewhere.submit(elsewhere.get("/metamots/recovery"), described(person));
        var letter = new Mailbox(person + "@example.org").next();
        assertThat(letter.header("Content-Language"))
                .as("letters speak the account's language")
                .isEqualTo("de");
        assertThat(letter.subject()).contains("Passwort");
        new Mailbox(person + "@example.org").isEmpty();
    }

    /** A borrowed browser proposes its own language: whoever leaves it so has not asked for letters in it. */
    @Test
    void whatABorrowedBrowserProposesIsNotTheAccountsFromNowOn() {
        var person = signUp("fr.ailleurs");
        var visitor = speaking("nl");
        var home = visitor.submit(visitor.get("/metamots/sign-in"), Map.of("identifier", person, "password", STRONG));
        assertThat(language(home)).as("what the form said").isEqualTo("nl");
        assertThat(spoken(person)).isEqualTo("fr");
    }

    @Test
    void anAccountsLanguageIsSpokenInABrowserThatChoseNone() {
        var person = signUp("it.parlante");
        var visitor = speaking("en");
        visitor.submit(
                visitor.get("/metamots/sign-in"), Map.of("identifier", person, "password", STRONG, "language", "it"));
        var cookies = visitor.cookies().getCookieStore();
        cookies.getCookies().stream()
                .filter(cookie -> cookie.getName().startsWith("language-"))
                .toList()
                .forEach(cookie -> cookies.remove(null, cookie));

        assertThat(language(visitor.get("/metamots/account"))).isEqualTo("it");
        assertThat(visitor.get("/metamots/account").words()).contains("Francia", "Italiano");
    }

    @Test
    void aHolderChangesTheLanguageOfPagesAndLetters() {
        var person = signUp("cambia.lengua");
        var visitor = speaking("fr");
        visitor.submit(visitor.get("/metamots/sign-in"), Map.of("identifier", person, "password", STRONG));

        var saved = visitor.submit(visitor.get("/metamots/account/language"), Map.of("language", "es"));
        assertThat(saved.path()).isEqualTo("/metamots/account");
        assertThat(language(saved)).isEqualTo("es");
        assertThat(spoken(person)).isEqualTo("es");

        var page = visitor.get("/metamots/account/language");
        assertThat(visitor.submit(page, Map.of("language", "tlh")).status()).isEqualTo(400);
        assertThat(spoken(person)).isEqualTo("es");
    }

    @Test
    void everyPageOffersTheTenantsLanguagesAndAnyOfThemIsOneClickAway() {
        var visitor = speaking("fr");
        var page = visitor.get("/metamots/recovery");
        var links = page.page().select("footer .languages a");
        assertThat(links.eachAttr("hreflang")).containsExactly("fr", "en", "de", "es", "it", "pt", "nl", "ar");
        assertThat(page.page().select("footer [aria-current]").text()).isEqualTo("Français");

        var arabic = visitor.get("/metamots/recovery" + links.get(7).attr("href"));
        assertThat(language(arabic)).isEqualTo("ar");
        assertThat(arabic.first("html").attr("dir")).isEqualTo("rtl");
        assertThat(arabic.first("#country option[selected]").text()).isEqualTo("فرنسا");
        assertThat(language(visitor.get("/metamots/sign-in"))).as("and stays").isEqualTo("ar");
        assertThat(language(visitor.get("/gimic/sign-in"))).as("at this tenant").isEqualTo("fr");
    }

    @Test
    void theLinksKeepTheAddressOfThePageAndSayNothingTwice() {
        var page = speaking("fr").get("/metamots/sign-in?notice=signin.signed-out&x=%22%3E1&language=en");
        assertThat(page.page().select("footer .languages a[hreflang=de]").attr("href"))
                .isEqualTo("?x=%22%3E1&language=de");
        var visitor = speaking("fr");
        var refused = visitor.submit(visitor.get("/metamots/recovery"), Map.of("email", "x"));
        assertThat(refused.page().select("footer .languages a[hreflang=de]").attr("href"))
                .isEqualTo("?language=de");
        assertThat(language(visitor.get("/metamots/recovery?language=de"))).isEqualTo("de");
    }

    @ParameterizedTest
    @CsvSource({"tlh", "zz", "fr-FR", "<script>", "''"})
    void whatIsNoLanguageOfTheTenantIsNoChoice(String tag) {
        var visitor = speaking("en");
        var encoded = URLEncoder.encode(tag, StandardCharsets.UTF_8);
        var page = visitor.get("/metamots/sign-in?language=" + encoded);
        assertThat(page.status()).isEqualTo(200);
        assertThat(language(page)).isEqualTo("en");
        assertThat(page.response().headers().allValues("set-cookie")).noneMatch(value -> value.contains("language-"));
    }

    @Test
    void aTenantThatDoesNotSpeakItAnswersInItsFirst() {
        var visitor = speaking("de");
        assertThat(language(visitor.get("/gimic/sign-in?language=de"))).isEqualTo("fr");
        assertThat(language(visitor.get("/metamots/sign-in"))).isEqualTo("de");
        assertThat(visitor.get("/voisine/sign-in").page().select(".languages"))
                .as("nothing to choose from")
                .isEmpty();
    }

    @Test
    void whatABrowserDoesNotWantIsNotSpoken() {
        assertThat(language(speaking("de;q=0, it;q=0.3, nl;q=0.8").get("/metamots/sign-in")))
                .isEqualTo("nl");
        assertThat(language(speaking("de;q=0").get("/metamots/sign-in"))).isEqualTo("fr");
    }

    /** The tenant's zone, in Arabic words and everybody's digits. */
    @Test
    void aLetterInArabicRunsFromRightToLeftAndTellsTheHourOfTheTenantsZone() {
        var person = signUp("ar.reader");
        var visitor = speaking("fr");
        visitor.submit(
                visitor.get("/metamots/sign-in"), Map.of("identifier", person, "password", STRONG, "language", "ar"));
        visitor.submit(visitor.get("/metamots/recovery"), described(person));
        var letter = new Mailbox(person + "@example.org").next();
        assertThat(letter.html()).contains("dir=\"rtl\"", "lang=\"ar\"");
        assertThat(letter.text()).contains("توقيت وسط أوروبا").doesNotContainPattern("[٠-٩]");
        assertThat(letter.link()).hasPath("/metamots/recovery/open");
        new Mailbox(person + "@example.org").isEmpty();
    }

    @Test
    void aCookieOfNonsenseIsNoChoice() {
        var visitor = speaking("nl").saying("Cookie", "language-metamots=../../etc");
        assertThat(language(visitor.get("/metamots/sign-in"))).isEqualTo("nl");
    }

    private static Visitor speaking(String language) {
        return HOUSE.visitor().accepting(Optional.of(language));
    }

    private static String language(Seen page) {
        return page.first("html").attr("lang");
    }

    private static String spoken(String username) {
        return HOUSE.bean(Accounts.class)
                .findByUsername(
                        new TenantId("metamots"), Username.parse(username).orElseThrow())
                .flatMap(account -> account.language())
                .orElseThrow()
                .toLanguageTag();
    }

    /** Somebody who signed up in French and confirmed. */
    private static String signUp(String username) {
        HOUSE.withFreshBudgets();
        var visitor = speaking("fr");
        var typed = described(username);
        var mailbox = new Mailbox(username + "@example.org");
        assertThat(visitor.submit(visitor.get("/metamots/sign-up"), with(typed, username))
                        .path())
                .isEqualTo("/metamots/sign-up/sent");
        visitor.submit(visitor.get(mailbox.next().link()), Map.of());
        return username;
    }

    private static Map<String, String> described(String username) {
        return Map.of(
                "email", username + "@example.org",
                "given-name", "Élise",
                "family-name", "Martin",
                "country", "FR",
                "organisation-kind", "school");
    }

    private static Map<String, String> with(Map<String, String> described, String username) {
        var fields = new HashMap<>(described);
        fields.put("username", username);
        fields.put("password", STRONG);
        return fields;
    }
}
