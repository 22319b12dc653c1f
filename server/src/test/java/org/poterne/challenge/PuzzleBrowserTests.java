package org.poterne.challenge;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.poterne.house.Axe;
import org.poterne.house.Browser;
import org.poterne.house.House;
import org.poterne.tenant.TenantId;
import org.poterne.throttle.Budget;
import org.poterne.throttle.ClientAddress;
import org.poterne.throttle.Throttle;

/** The work is the browser's; its person notices a line of text at most. */
class PuzzleBrowserTests {

    private static final House HOUSE = House.open();
    private static final Pattern WORKER = Pattern.compile("/puzzle\\.js$");

    /** Only work opens: the few places without it are taken. */
    @BeforeEach
    void spendNarrowBudget() {
        HOUSE.withFreshBudgets();
        var throttle = HOUSE.bean(Throttle.class);
        var unmet = new Budget("challenge not met: " + PuzzleRoom.ACTION, 5, Duration.ofHours(1));
        for (var here : List.of("127.0.0.1", "::1")) {
            for (var time = 0; time < 5; time++) {
                throttle.spend(
                        new TenantId("gimic"), unmet, ClientAddress.of(here).value());
            }
        }
    }

    @Test
    void aBrowserWorksWhileItsPersonTypes() {
        try (var browser = Browser.phone(HOUSE)) {
            browser.open("/gimic/puzzle-room");
            assertThat(line(browser)).hasText("Votre navigateur est vérifié.");
            browser.field("Mot").fill("Camille");
            browser.button("Envoyer").click();
            browser.seesHeading("Entrez, Camille");
            assertThat(browser.posts()).isOne();
        }
    }

    @Test
    void aFormSentTooEarlyWaitsAndLosesNothing() {
        var held = new AtomicReference<Route>();
        try (var browser = Browser.phone(HOUSE)) {
            browser.context().route(WORKER, held::set);
            browser.open("/gimic/puzzle-room");
            browser.page().waitForCondition(() -> held.get() != null);
            assertThat(line(browser)).hasText("Vérification de votre navigateur… Vous pouvez continuer à écrire.");
            browser.field("Mot").fill("Camille");
            browser.button("Envoyer").dblclick();
            assertThat(browser.button("Un instant…")).hasAttribute("aria-disabled", "true");
            assertThat(browser.field("Mot")).hasValue("Camille");
            assertThat(browser.posts()).isZero();
            assertThat(Axe.findings(browser.page())).isEmpty();

            held.get().resume();
            browser.seesHeading("Entrez, Camille");
            assertThat(browser.posts()).isOne();
        }
    }

    /** An old browser, an extension that forbids workers: the form is sent as it would be without JavaScript. */
    @Test
    void aPuzzleThatCannotBeSolvedHoldsNothingUp() {
        try (var browser = Browser.phone(HOUSE)) {
            browser.context().route(WORKER, Route::abort);
            browser.open("/gimic/puzzle-room");
            assertThat(line(browser)).isEmpty();
            browser.field("Mot").fill("Camille");
            browser.button("Envoyer").click();
            browser.seesHeading("Patientez, Camille");
            browser.troubles();
        }
    }

    @Test
    void patienceHasItsEnd() {
        try (var browser = Browser.phone(HOUSE)) {
            browser.page().clock().install();
            browser.context().route(WORKER, _ -> {});
            browser.open("/gimic/puzzle-room");
            browser.field("Mot").fill("Camille");
            browser.button("Envoyer").click();
            assertThat(browser.button("Un instant…")).isVisible();
            browser.page().clock().fastForward(10_000);
            browser.seesHeading("Patientez, Camille");
            browser.context().unrouteAll();
        }
    }

    @Test
    void withoutJavaScriptNothingIsSaidAndTheFormIsSent() {
        HOUSE.withFreshBudgets();
        try (var browser = Browser.of(HOUSE).withoutJavaScript().open()) {
            browser.open("/gimic/puzzle-room");
            assertThat(line(browser)).isEmpty();
            browser.field("Mot").fill("Camille");
            browser.button("Envoyer").click();
            browser.seesHeading("Entrez, Camille");
        }
    }

    private static Locator line(Browser browser) {
        return browser.page().getByRole(AriaRole.STATUS);
    }
}
