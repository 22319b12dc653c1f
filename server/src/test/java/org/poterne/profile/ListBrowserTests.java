package org.poterne.profile;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.poterne.house.Axe;
import org.poterne.house.Browser;
import org.poterne.house.House;

/** A long list, searched by typing: ARIA's editable combobox above the list that is sent. */
class ListBrowserTests {

    private final Browser browser = Browser.of(House.open()).whole().open();
    private final Locator field = open();

    private Locator open() {
        browser.open("/metamots/recovery");
        return browser.page().getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Pays*"));
    }

    @AfterEach
    void leave() {
        browser.close();
    }

    @Test
    void whatTheTenantProposesStandsThereAndIsSent() {
        assertThat(field).hasValue("France");
        assertThat(sent()).hasValue("FR");
        assertThat(field).hasAttribute("aria-expanded", "false");
    }

    @Test
    void aFewLettersFindACountryWhateverTheirCaseAndAccents() {
        field.fill("etats");
        assertThat(options()).containsText(new String[] {"États-Unis"});
        assertThat(browser.page().getByText("Résultats :")).hasCount(1);
        field.fill("COTE DIV");
        field.press("Enter");
        assertThat(field).hasValue("Côte d’Ivoire");
        assertThat(sent()).hasValue("CI");
    }

    @Test
    void wordsThatBeginSoComeBeforeThoseThatHoldIt() {
        field.fill("ni");
        var names = options().allTextContents();
        assertThat(names.getFirst()).isEqualTo("Nicaragua");
        assertThat(names).contains("Roumanie").doesNotContain("Allemagne");
        assertThat(names.indexOf("Roumanie")).isGreaterThan(names.indexOf("Nigeria"));
    }

    @Test
    void theListGoesByArrowsAndEnterAndEscapeLeavesItAsItWas() {
        field.press("ArrowDown");
        assertThat(field).hasAttribute("aria-expanded", "true");
        assertThat(browser.page().locator("[role=option][aria-selected=true]")).hasText("France");
        field.press("ArrowDown");
        field.press("ArrowDown");
        field.press("ArrowUp");
        var active = browser.page().locator("[role=option][aria-selected=true]");
        var name = active.textContent();
        assertThat(field).hasAttribute("aria-activedescendant", String.valueOf(active.getAttribute("id")));
        field.press("Enter");
        assertThat(field).hasValue(name);
        assertThat(sent()).not().hasValue("FR");

        field.fill("belg");
        field.press("Escape");
        assertThat(field).hasValue(name);
        assertThat(field).hasAttribute("aria-expanded", "false");
    }

    @Test
    void whatIsReadIsWhatIsSent() {
        field.fill("belg");
        assertThat(browser.page().locator("[role=option][aria-selected=true]")).hasText("Belgique");
        field.press("Tab");
        assertThat(field).hasValue("Belgique"); // the line that was marked while typing
        assertThat(sent()).hasValue("BE");

        field.fill("Nulle part");
        field.press("Tab");
        assertThat(field).hasValue("Nulle part");
        assertThat(sent()).hasValue("");
        assertThat(browser.page().getByText("Aucun résultat.")).isVisible();
        assertThat(field).hasAttribute("aria-invalid", "true");

        field.fill("suisse");
        field.press("Tab");
        assertThat(sent()).hasValue("CH");
        assertThat(browser.page().getByText("Aucun résultat.")).isHidden();
    }

    @Test
    void tabLeavesAnOpenListForTheNextField() {
        field.click();
        assertThat(field).hasAttribute("aria-expanded", "true");
        field.press("Tab");
        assertThat(browser.page().locator("#organisation-kind")).isFocused();
    }

    @Test
    void enterSendsNoFormWhileWhatIsReadIsNotWhatWouldBeSent() {
        field.fill("Nulle part");
        field.press("Enter");
        assertThat(browser.posts()).isZero();
        field.fill("maroc");
        field.press("Enter");
        assertThat(browser.posts()).isZero();
        browser.andArrive(() -> field.press("Enter"));
        assertThat(browser.posts()).isOne();
    }

    @Test
    void theCaretMovesAsInAnyField() {
        field.fill("Suise");
        field.press("ArrowLeft");
        field.pressSequentially("s");
        assertThat(field).hasValue("Suisse");
    }

    @Test
    void theBackButtonShowsWhatWasChosen() {
        field.fill("Maroc");
        field.press("Enter");
        browser.andArrive(() -> browser.link("Revenir à la page de connexion").click());
        browser.back();
        assertThat(field)
                .hasValue(
                        sent().evaluate("list => list.selectedOptions[0].text").toString());
    }

    @Test
    void aFingerOpensTheListAndChooses() {
        browser.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Ouvrir la liste"))
                .click();
        field.fill("luxem");
        options().first().click();
        assertThat(field).hasValue("Luxembourg");
        assertThat(sent()).hasValue("LU");
        assertThat(browser.page().locator("[role=listbox]")).isHidden();
    }

    @Test
    void anOpenListHasNoBarriers() {
        field.fill("al");
        assertThat(Axe.findings(browser.page())).isEmpty();
    }

    @Test
    void aShortListStaysTheBrowsersOwn() {
        assertThat(browser.page().locator("select#organisation-kind option")).hasCount(6);
        assertThat(browser.page().locator("#organisation-kind")).isVisible();
    }

    private Locator options() {
        return browser.page().getByRole(AriaRole.OPTION).locator("visible=true");
    }

    private Locator sent() {
        return browser.page().locator("select[name=country]");
    }
}
