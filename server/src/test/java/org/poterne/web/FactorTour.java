package org.poterne.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.poterne.house.Browser;
import org.poterne.house.House;
import org.poterne.house.Person;
import org.poterne.totp.AppHolder;
import org.poterne.totp.PhoneApp;

/** A second factor: set up, kept on paper, asked for, and removed, in whatever language the browser speaks. */
final class FactorTour {

    private final House house;
    private final Browser browser;
    private final BiConsumer<String, Browser> look;

    private FactorTour(House house, Browser browser, BiConsumer<String, Browser> look) {
        this.house = house;
        this.browser = browser;
        this.look = look;
    }

    /** @param look is given the name of each state, and the browser that shows it */
    static void of(House house, Browser browser, BiConsumer<String, Browser> look) {
        var tour = new FactorTour(house.withFreshBudgets(), browser, look);
        var camille = house.person("gimic", AppHolder.PASSWORD);
        var phone = tour.theSetUp(camille);
        tour.theDoor(camille, phone);
        tour.theEnd();
    }

    private PhoneApp theSetUp(Person camille) {
        signIn(camille);
        see("factors", "/gimic/account/factors");
        see("totp-none", "/gimic/account/totp");
        see("codes-not-yet", "/gimic/account/recoverycode");
        browser.open("/gimic/account/totp");
        submit(Map.of());
        see("totp-new");
        var phone = PhoneApp.of(house, browser.page().locator("#key").innerText());
        submit(Map.of("code", phone.wrongCode()));
        see("totp-new-refused");
        submit(Map.of("code", phone.code()));
        assertThat(browser.page().locator("main")).containsText(Pattern.compile("ajoutée|added"));
        see("totp-added");
        browser.open("/gimic/account/recoverycode");
        submit(Map.of());
        see("codes-sheet");
        submit(Map.of());
        see("codes-kept");
        browser.context().clearCookies();
        return phone;
    }

    private void theDoor(Person camille, PhoneApp phone) {
        signIn(camille);
        see("totp-asked");
        submit(Map.of("code", phone.wrongCode()));
        see("totp-refused");
        see("codes-asked", "/gimic/sign-in/recoverycode");
        submit(Map.of("code", "7K2M-Q0RT-3XVB-W9HD"));
        see("codes-refused");
        browser.open("/gimic/sign-in/totp");
        submit(Map.of("code", phone.code()));
    }

    private void theEnd() {
        see("codes-remove", "/gimic/account/recoverycode/remove");
        browser.open("/gimic/account/totp");
        browser.andArrive(() -> browser.page().locator("#apps a").first().click());
        see("totp-remove");
    }

    private void see(String name, String path) {
        browser.open(path);
        see(name);
    }

    private void see(String name) {
        look.accept(name, browser);
    }

    private void signIn(Person person) {
        browser.open("/gimic/sign-in");
        submit(Map.of("identifier", person.email(), "password", AppHolder.PASSWORD));
    }

    private void submit(Map<String, String> typed) {
        var form = browser.page().locator("main form[method=post]").first();
        typed.forEach((name, value) -> form.locator("[name=" + name + "]").fill(value));
        browser.andArrive(() -> form.locator("button[type=submit]").first().click());
    }
}
