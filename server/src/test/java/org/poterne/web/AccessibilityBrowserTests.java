package org.poterne.web;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.poterne.house.Axe;
import org.poterne.house.Browser;
import org.poterne.house.House;

/** Every page, in every state, for everybody (WCAG 2.2 AA; requirements AC-4, AC-5). */
class AccessibilityBrowserTests {

    private static final House HOUSE = House.demo();
    private static final int HEIGHT = 800;
    private static final int NARROWEST = 320;
    private static final int PHONE = 360;
    private static final int DESKTOP = 1440;
    private static final int HEAVIEST = 60_000; // bytes of a page with all it needs

    /** Too small for a finger. A link inside a sentence is excused (WCAG 2.5.8). */
    private static final String SMALL_TARGETS = """
            () => [...document.querySelectorAll("a[href], button:not([aria-hidden]), summary, input:not([type=hidden], [tabindex='-1'])")]
                .filter(target => target.checkVisibility() && getComputedStyle(target).display !== "inline")
                .filter(target => {
                  const box = target.getBoundingClientRect();
                  return box.width < 24 || box.height < 24;
                })
                .map(target => target.outerHTML)
            """;

    private static final String WEIGHT = """
            () => [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")]
                .reduce((sum, part) => sum + Math.max(part.transferSize, part.encodedBodySize), 0)
            """;

    /** A Latin alphabet and another, short words and long; together, each scheme at each width. */
    @ParameterizedTest
    @CsvSource("en, DARK, LIGHT")
    void everyPageIsForEverybody(String language, ColorScheme onPhone, ColorScheme onDesktop) {
        isForEverybody(Tour::of, language, onPhone, onDesktop);
    }

    @ParameterizedTest
    @CsvSource("fr, LIGHT, DARK")
    void everyPageOfAnOpenTenantIsForEverybody(String language, ColorScheme onPhone, ColorScheme onDesktop) {
        isForEverybody(AgoraTour::of, language, onPhone, onDesktop);
    }

    @ParameterizedTest
    @CsvSource({"ar, LIGHT, DARK", "de, DARK, LIGHT"})
    void everyPageOfATenantThatAsksWhoOneIsIsForEverybody(String language, ColorScheme onPhone, ColorScheme onDesktop) {
        isForEverybody(MetamotsTour::of, language, onPhone, onDesktop);
    }

    @ParameterizedTest
    @CsvSource({"fr, DARK, LIGHT", "en, LIGHT, DARK"})
    void everyPageOfATenantThatKnowsItsPeopleByNameIsForEverybody(
            String language, ColorScheme onPhone, ColorScheme onDesktop) {
        isForEverybody(ExtranetTour::of, language, onPhone, onDesktop);
    }

    @ParameterizedTest
    @CsvSource("fr, LIGHT, DARK")
    void everyPageOfAnAdministratorIsForEverybody(String language, ColorScheme onPhone, ColorScheme onDesktop) {
        isForEverybody(AdministratorTour::of, language, onPhone, onDesktop);
    }

    @ParameterizedTest
    @CsvSource({"fr, LIGHT, DARK", "en, DARK, LIGHT"})
    void everyPageOfASecondFactorIsForEverybody(String language, ColorScheme onPhone, ColorScheme onDesktop) {
        isForEverybody(FactorTour::of, language, onPhone, onDesktop);
    }

    @ParameterizedTest
    @CsvSource({"fr, DARK, LIGHT", "en, LIGHT, DARK"})
    void everyPageOfLostFactorsIsForEverybody(String language, ColorScheme onPhone, ColorScheme onDesktop) {
        isForEverybody(LossTour::of, language, onPhone, onDesktop);
    }

    @ParameterizedTest
    @CsvSource({"jasmin, fr, LIGHT, DARK", "metamots, ar, DARK, LIGHT", "extranet, en, LIGHT, DARK"})
    void everyPageOfTheHelpCentreIsForEverybody(
            String tenant, String language, ColorScheme onPhone, ColorScheme onDesktop) {
        isForEverybody(
                (house, browser, look) -> HelpTour.of(house, browser, tenant, look), language, onPhone, onDesktop);
    }

    private interface Walk {
        void of(House house, Browser browser, BiConsumer<String, Browser> look);
    }

    private static void isForEverybody(Walk walk, String language, ColorScheme onPhone, ColorScheme onDesktop) {
        var titles = new HashMap<String, String>();
        var faults = new SoftAssertions();
        try (var browser = Browser.of(HOUSE).speaking(language).open()) {
            walk.of(HOUSE, browser, (name, _) -> {
                var page = browser.page();
                faults.assertThat(page.getAttribute("html", "lang"))
                        .as("%s: lang", name)
                        .isEqualTo(language);
                faults.assertThat((int) page.evaluate(WEIGHT))
                        .as("%s: bytes", name)
                        .isLessThan(HEAVIEST);
                titles.put(name, page.title());
                isFreeOfBarriers(faults, name, page, PHONE, onPhone);
                isFreeOfBarriers(faults, name, page, DESKTOP, onDesktop);
                fitsSmallScreensAndFingers(faults, name, page);
            });
        }
        isUnique(faults, titles);
        faults.assertAll();
    }

    private static void isFreeOfBarriers(SoftAssertions faults, String name, Page page, int width, ColorScheme scheme) {
        page.emulateMedia(new EmulateMediaOptions().setColorScheme(scheme));
        page.setViewportSize(width, HEIGHT);
        faults.assertThat(Axe.findings(page))
                .as("%s, %s, %d px: axe", name, scheme, width)
                .isEmpty();
    }

    private static void fitsSmallScreensAndFingers(SoftAssertions faults, String name, Page page) {
        page.setViewportSize(NARROWEST, HEIGHT);
        faults.assertThat((List<?>) page.evaluate(SMALL_TARGETS))
                .as("%s: small targets", name)
                .isEmpty();
        faults.assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
                .as("%s: width at %d px", name, NARROWEST)
                .isLessThanOrEqualTo(NARROWEST);
    }

    /** Two tabs, two titles (WCAG 2.4.2). The same page in another state may keep its own. */
    private static void isUnique(SoftAssertions faults, Map<String, String> titles) {
        List.of(
                        "sign-in-saved",
                        "mailbox-empty",
                        "choose-mismatch",
                        "metamots-forgot-list",
                        "metamots-choose-too-weak",
                        "metamots-confirmed",
                        "metamots-reset",
                        "confirm-elsewhere",
                        "confirm-resent",
                        "agora-confirmed",
                        "agora-asked",
                        "agora-misread",
                        "agora-last-try",
                        "agora-locked",
                        "loss-approved",
                        "administrator-invited",
                        "administrator-asked",
                        "administrator-search",
                        "administrator-removed",
                        "administrator-beyond",
                        "administrator-existing-rights",
                        "administrator-rights-none",
                        "administrator-existing-malformed",
                        "invited-ready",
                        "totp-added",
                        "codes-not-yet",
                        "jasmin-help-thanks",
                        "metamots-help-thanks",
                        "extranet-help-thanks")
                .forEach(titles::remove);
        faults.assertThat(titles.values()).doesNotHaveDuplicates().noneMatch(String::isBlank);
    }
}
