package org.poterne.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** The browser of the tests sees what it must see. */
class BrowserTests {

    private static final House HOUSE = House.open();

    @Test
    void aQuietPageIsNoTrouble() {
        try (var browser = Browser.phone(HOUSE)) {
            browser.open("/gimic/sign-in");
            browser.open("/gimic/nowhere");
            assertThat(browser.troubles()).isEmpty();
        }
    }

    @Test
    void whatThePolicyRefusesIsTrouble() {
        try (var browser = Browser.phone(HOUSE)) {
            var page = browser.open("/gimic/sign-in");
            page.evaluate("document.body.append(Object.assign(document.createElement('style'), {textContent: 'p{}'}))");
            page.evaluate("new Promise(done => requestAnimationFrame(done))");
            assertThat(browser.troubles())
                    .anySatisfy(trouble -> assertThat(trouble).contains("Content Security Policy"));
        }
    }

    @Test
    void anImageThatIsNotThereIsTrouble() {
        try (var browser = Browser.phone(HOUSE)) {
            var page = browser.open("/gimic/sign-in");
            page.evaluate("""
                    new Promise(done => document.body.append(
                        Object.assign(document.createElement('img'), {src: '/gimic/nothing.svg', onerror: done})))
                    """);
            assertThat(browser.troubles())
                    .anySatisfy(trouble -> assertThat(trouble).contains("404"));
        }
    }

    @Test
    void aRequestToElsewhereFailsTheTestThatMadeIt() {
        var browser = Browser.phone(HOUSE);
        browser.page().setContent("<title>x</title><img src='http://elsewhere.example/pixel.gif'>");
        assertThatThrownBy(browser::close)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("request to elsewhere: GET http://elsewhere.example/pixel.gif");
    }

    @Test
    void axeFindsWhatIsWrong() {
        try (var browser = Browser.phone(HOUSE)) {
            browser.page().setContent("""
                    <html><title></title><main><h1>x</h1><input><p style="color: #aaa">pale</p>
                    <button style="width: 9px; height: 9px">a</button><button style="width: 9px; height: 9px">b</button>
                    """);
            assertThat(String.join("\n", Axe.findings(browser.page())))
                    .contains("html-has-lang", "document-title", "label", "color-contrast", "target-size");
        }
    }
}
