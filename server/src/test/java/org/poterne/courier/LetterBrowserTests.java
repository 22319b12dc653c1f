package org.poterne.courier;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.poterne.house.Axe;
import org.poterne.house.Browser;
import org.poterne.house.House;
import org.poterne.house.Person;
import org.poterne.house.ReadLetter;

/** The letters as a phone shows them, by day and by night. */
class LetterBrowserTests {

    private static final House HOUSE = House.open().withFreshBudgets();
    private static final int PHONE = 360;
    private static final int FINGER = 44; // pixels

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theLetterWithTheLinkIsReadableAndItsButtonIsAsGoodAsItsAddress(boolean dark) {
        var letter = linkLetter(HOUSE.person("gimic"));
        try (var browser = browser(dark)) {
            var page = shown(browser, letter);
            var button = browser.link("Changer mon mot de passe");
            var address = letter.link().toString();
            assertThat(button).hasAttribute("href", address);
            assertThat(page.getByText(address)).hasAttribute("href", address);
            assertThat(button.boundingBox().height)
                    .as("the part of the button that can be pressed")
                    .isGreaterThanOrEqualTo(FINGER);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theNoticeOfAChangeIsReadable(boolean dark) {
        var camille = HOUSE.person("gimic");
        var link = linkLetter(camille).link();
        var visitor = HOUSE.visitor();
        visitor.submit(visitor.get(link), Map.of("password", "café 42", "confirmation", "café 42"));
        try (var browser = browser(dark)) {
            var page = shown(browser, camille.mailbox().next());
            assertThat(page.getByText(camille.email())).isVisible();
            assertThat(browser.link("Choisir un nouveau mot de passe")).isVisible();
        }
    }

    /** It is a letter, not a page: it has no landmarks, and its subject stands above it. */
    private static Page shown(Browser browser, ReadLetter letter) {
        var page = browser.page();
        page.setContent(letter.html());
        assertThat(page).hasTitle(letter.subject());
        assertThat(page.locator("html")).hasAttribute("lang", "fr");
        assertThat(Axe.findings(page, "landmark-one-main", "page-has-heading-one", "region"))
                .isEmpty();
        assertThat((int) page.evaluate("document.documentElement.scrollWidth")).isEqualTo(PHONE);
        assertThat(page.getByRole(AriaRole.IMG)).hasCount(0);
        return page;
    }

    private static Browser browser(boolean dark) {
        var which = Browser.of(HOUSE);
        return dark ? which.dark().open() : which.open();
    }

    private static ReadLetter linkLetter(Person person) {
        var visitor = HOUSE.visitor();
        visitor.submit(visitor.get("/gimic/recovery"), Map.of("email", person.email()));
        return person.mailbox().next();
    }
}
