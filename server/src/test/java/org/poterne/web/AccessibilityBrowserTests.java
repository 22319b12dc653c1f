package org.poterne.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.poterne.house.Browser;
import org.poterne.house.House;

/** WCAG 2.2 AA, as far as a machine can tell, on every page, in each light and size. */
class AccessibilityBrowserTests {

    private static final House HOUSE = House.open();
    private static final int HEAVIEST = 60_000; // octets of a page with all it loads

    static Stream<Named<Function<House, Browser>>> browsers() {
        return Stream.of(
                Named.of("phone", Browser::phone),
                Named.of("phone at night", Browser::phoneAtNight),
                Named.of("desktop", Browser::desktop),
                Named.of("desktop at night", Browser::desktopAtNight));
    }

    @ParameterizedTest
    @MethodSource("browsers")
    void axeFindsNothingOnAnyPage(Function<House, Browser> kind) {
        var titles = new HashSet<String>();
        try (var browser = kind.apply(HOUSE)) {
            for (var path : new String[] {
                "/",
                "/gimic/sign-in",
                "/gimic/sign-in?notice=signin.signed-out",
                "/gimic/recovery",
                "/gimic/recovery/sent",
                "/gimic/recovery/password",
                "/gimic/nowhere"
            }) {
                check(browser.open(path), titles);
            }
            var page = browser.open("/gimic/sign-in");
            page.getByLabel("Email").fill("nobody.at.all@example.org");
            submit(page);
            check(page, titles);
            browser.open("/gimic/recovery");
            page.getByLabel("Email").fill("camille@");
            submit(page);
            check(page, titles);
            var person = HOUSE.person("gimic");
            submitOverHttp(person.email());
            browser.open(person.mailbox().next().link());
            check(page, titles);
            submit(page);
            check(page, titles);
        }
        assertThat(titles).as("each page has a title of its own").hasSizeGreaterThanOrEqualTo(9);
    }

    @Test
    void aPageWithAllItLoadsIsLight() {
        try (var browser = Browser.phone(HOUSE)) {
            var weights = new AtomicLong();
            browser.page().onResponse(response -> weights.addAndGet(response.body().length));
            browser.open("/gimic/recovery/sent");
            browser.page().waitForLoadState();
            assertThat(weights.get()).isBetween(5_000L, (long) HEAVIEST);
        }
    }

    private static void submitOverHttp(String email) {
        var visitor = HOUSE.visitor();
        visitor.submit(visitor.get("/gimic/recovery"), Map.of("email", email));
    }

    private static void submit(Page page) {
        page.locator("main button[type=submit]").click();
        page.waitForLoadState();
    }

    private static void check(Page page, Set<String> titles) {
        titles.add(page.title());
        var violations = new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .map(rule -> page.url() + " " + rule.getId() + ": " + rule.getNodes())
                        .toList();
        assertThat(violations).isEmpty();
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .as("no sideways scrolling on " + page.url())
                .isEqualTo(true);
        assertThat(page.evaluate("document.documentElement.lang")).isEqualTo("fr");
    }
}
