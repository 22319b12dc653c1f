package org.poterne.challenge;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.poterne.house.Axe;
import org.poterne.house.Browser;
import org.poterne.house.Eyes;
import org.poterne.house.House;
import org.poterne.house.Keyboard;

/** A person before the image: who reads it, who listens, and who does neither. */
class QuestionBrowserTests {

    private static final House HOUSE = House.open();
    private static final String ROOM = "/gimic/question-room/browser";
    private static final String LABEL = "Saisissez les caractères de l’image *";
    private static final String WORK = "Sans image : laisser mon appareil faire un calcul";

    @BeforeEach
    void nothingIsSpent() {
        HOUSE.withFreshBudgets();
    }

    static Stream<Browser.Builder> phones() {
        return Stream.of(Browser.of(HOUSE), Browser.of(HOUSE).withoutJavaScript());
    }

    @ParameterizedTest
    @MethodSource("phones")
    void whoeverReadsTheImageGoesOnAndAfterASlipFindsTheFieldAgain(Browser.Builder phone) {
        try (var browser = phone.open()) {
            browser.open(ROOM);
            assertThat(drawn(browser)).isTrue();
            browser.field("Mot").fill("Camille");
            answer(browser).fill("aaaaaa");
            browser.andArrive(() -> browser.button("Envoyer").click());
            assertThat(answer(browser)).isFocused();
            assertThat(browser.page().locator("#challenge-answer-error"))
                    .hasText("Ces caractères ne sont pas ceux de l’image. En voici une autre.");
            assertThat(browser.field("Mot")).hasValue("Camille");
            answer(browser).fill(Eyes.characters(HOUSE, id(browser)).toLowerCase(Locale.ROOT));
            browser.button("Envoyer").click();
            browser.seesHeading("Entrez, Camille");
        }
    }

    @ParameterizedTest
    @MethodSource("phones")
    void anotherImageLosesNothingThatWasTyped(Browser.Builder phone) {
        try (var browser = phone.open()) {
            browser.open(ROOM);
            browser.field("Mot").fill("Camille");
            answer(browser).fill("K");
            var before = id(browser);
            browser.button("Une autre image").click();
            assertThat(browser.page().locator("[name=challenge-id]")).not().hasValue(before);
            assertThat(browser.page().getByText("Voici une autre image.")).isVisible();
            assertThat(browser.field("Mot")).hasValue("Camille");
            browser.page().waitForCondition(() -> drawn(browser));
            answer(browser).fill(Eyes.digits(HOUSE, id(browser)));
            browser.button("Envoyer").click();
            browser.seesHeading("Entrez, Camille");
        }
    }

    @Test
    void withJavaScriptTheImageIsChangedInPlace() {
        try (var browser = Browser.phone(HOUSE)) {
            browser.open(ROOM);
            browser.page().evaluate("window.here = true");
            browser.button("Une autre image").click();
            assertThat(answer(browser)).isFocused();
            assertThat(browser.page().evaluate("window.here")).isEqualTo(true);
            for (var file : List.of("img", "audio", "a[download]")) {
                var address = file.startsWith("a[") ? "href" : "src";
                assertThat(browser.page().locator(".question " + file))
                        .hasAttribute(address, Pattern.compile("/" + id(browser) + "/"));
            }
        }
    }

    /** A network that is away for a moment: the form itself is sent, as without JavaScript. */
    @Test
    void anImageThatCannotBeChangedInPlaceIsChangedWithThePage() {
        try (var browser = Browser.phone(HOUSE)) {
            browser.open(ROOM);
            browser.field("Mot").fill("Camille");
            browser.context().route(Pattern.compile("/challenge/renew$"), Route::abort);
            browser.andArrive(() -> browser.button("Une autre image").click());
            assertThat(browser.page().getByText("Voici une autre image.")).isVisible();
            assertThat(browser.field("Mot")).hasValue("Camille");
            browser.troubles();
        }
    }

    @Test
    void whoeverWantsNoImageLetsTheDeviceWork() {
        try (var browser = Browser.phone(HOUSE)) {
            browser.open(ROOM);
            browser.field("Mot").fill("Camille");
            assertThat(browser.page().locator("[data-puzzle-line]")).isEmpty();
            browser.page().getByLabel(WORK).check();
            assertThat(browser.page().locator(".question img")).isHidden();
            assertThat(browser.page().locator("[data-puzzle-line]")).hasText("Votre navigateur est vérifié.");
            browser.button("Envoyer").click();
            browser.seesHeading("Entrez, Camille");
            assertThat(browser.posts()).isOne();
        }
    }

    @Test
    void aFormSentWhileTheDeviceWorksWaits() {
        try (var browser = Browser.phone(HOUSE)) {
            browser.open(ROOM);
            browser.field("Mot").fill("Camille");
            browser.page().getByLabel(WORK).check();
            browser.button("Envoyer").click();
            browser.seesHeading("Entrez, Camille");
            assertThat(browser.posts()).isOne();
        }
    }

    @Test
    void whoeverChangesTheirMindFindsTheImageAgain() {
        try (var browser = Browser.phone(HOUSE)) {
            browser.open(ROOM);
            browser.page().getByLabel(WORK).check();
            browser.page().getByLabel(WORK).uncheck();
            assertThat(browser.page().locator(".question img")).isVisible();
        }
    }

    @Test
    void withoutJavaScriptNoWorkIsOffered() {
        try (var browser = Browser.of(HOUSE).withoutJavaScript().open()) {
            browser.open(ROOM);
            assertThat(browser.page().getByLabel(WORK)).isHidden();
            assertThat(browser.page().locator("audio")).isVisible();
            assertThat(browser.link("Écouter les chiffres")).isVisible();
        }
    }

    @Test
    void theSoundPlays() {
        try (var browser = Browser.phone(HOUSE)) {
            browser.open(ROOM);
            var seconds = browser.page().evaluate("""
                    new Promise((done, fail) => {
                      const audio = document.querySelector("audio");
                      audio.addEventListener("loadedmetadata", () => done(audio.duration));
                      audio.addEventListener("error", () => fail(audio.error.message));
                      audio.load();
                      audio.preload = "auto";
                    })
                    """);
            assertThat(((Number) seconds).doubleValue()).isBetween(5.0, 15.0);
        }
    }

    /** Enter in any field sends the form: the button that changes the image stands before the one that sends. */
    @ParameterizedTest
    @MethodSource("phones")
    void aKeyboardReachesTheEndAndEnterSendsTheForm(Browser.Builder phone) {
        try (var browser = phone.open()) {
            browser.open(ROOM);
            var keyboard = new Keyboard(browser.page());
            keyboard.tabTo(browser.field("Mot")).type("Camille");
            keyboard.tabTo(browser.button("Une autre image"));
            keyboard.tabTo(answer(browser)).type(Eyes.characters(HOUSE, id(browser)));
            keyboard.enter();
            browser.seesHeading("Entrez, Camille");
        }
    }

    @Test
    void aKeyboardChoosesTheWorkToo() {
        try (var browser = Browser.phone(HOUSE)) {
            browser.open(ROOM);
            var keyboard = new Keyboard(browser.page());
            keyboard.tabTo(browser.field("Mot")).type("Camille");
            keyboard.tabTo(browser.page().getByLabel(WORK)).type(" ");
            keyboard.tabTo(browser.button("Envoyer")).enter();
            browser.seesHeading("Entrez, Camille");
        }
    }

    @Test
    void axeFindsNothingBeforeAndAfterASlipInLightAndDark() {
        for (var kind : List.of(
                Browser.of(HOUSE), Browser.of(HOUSE).dark(), Browser.of(HOUSE).desktop())) {
            try (var browser = kind.open()) {
                browser.open(ROOM);
                assertThat(Axe.findings(browser.page())).isEmpty();
                browser.field("Mot").fill("Camille");
                browser.andArrive(() -> browser.button("Envoyer").click());
                assertThat(Axe.findings(browser.page())).isEmpty();
                assertThat((boolean) browser.page()
                                .evaluate(
                                        "document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                        .isTrue();
            }
        }
    }

    private static Locator answer(Browser browser) {
        return browser.field(LABEL);
    }

    private static String id(Browser browser) {
        return browser.page().locator("[name=challenge-id]").inputValue();
    }

    private static boolean drawn(Browser browser) {
        return (boolean) browser.page()
                .locator(".question img")
                .evaluate("image => image.complete && image.naturalWidth === 480");
    }
}
