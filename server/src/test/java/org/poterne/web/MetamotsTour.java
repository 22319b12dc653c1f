package org.poterne.web;

import com.microsoft.playwright.options.SelectOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.poterne.house.Browser;
import org.poterne.house.House;
import org.poterne.house.Mailbox;

/**
 * The pages of a tenant that asks who one is: a profile at sign-up, described again at the request and behind the link. Fields
 * are told by their names, so that it goes in any language.
 */
final class MetamotsTour {

    private static final String PASSWORD = "Trois-mots 42";

    private final Browser browser;
    private final BiConsumer<String, Browser> look;
    private final String username = "tour" + UUID.randomUUID().toString().substring(0, 8);
    private final String email = username + "@example.org";

    private MetamotsTour(Browser browser, BiConsumer<String, Browser> look) {
        this.browser = browser;
        this.look = look;
    }

    /** @param look is given the name of each state, and the browser that shows it */
    static void of(House house, Browser browser, BiConsumer<String, Browser> look) {
        house.withFreshBudgets();
        var tour = new MetamotsTour(browser, look);
        tour.theNewcomer();
        tour.theWayBack();
        tour.theAccount();
    }

    private void theNewcomer() {
        see("metamots-sign-in", "/metamots/sign-in");
        see("metamots-sign-up", "/metamots/sign-up");
        submit(Map.of("email", "camille@", "given-name", "\u202eX", "password", "motdepasse"));
        see("metamots-sign-up-refused");
        var newcomer = described();
        newcomer.put("username", username);
        newcomer.put("password", PASSWORD);
        submit(newcomer);
        see("metamots-sign-up-sent");
        browser.open(new Mailbox(email).next().link());
        see("metamots-confirm");
        browser.andArrive(() ->
                browser.page().locator("main form button[type=submit]").first().click());
        see("metamots-confirmed");
    }

    private void theWayBack() {
        see("metamots-forgot", "/metamots/recovery");
        openTheList();
        see("metamots-forgot-list");
        browser.page().keyboard().press("Escape");
        submit(Map.of("email", "camille@"));
        see("metamots-forgot-refused");
        submit(described());
        see("metamots-sent");
        browser.open(new Mailbox(email).next().link());
        see("metamots-choose");
        var wrong = described();
        wrong.put("family-name", "Autre");
        wrong.put("password", PASSWORD + "!");
        submit(wrong);
        see("metamots-choose-mismatch");
        submit(Map.of("family-name", "Petit", "password", "simple"));
        see("metamots-choose-too-weak");
        submit(Map.of("family-name", "Petit", "password", PASSWORD + "!"));
        see("metamots-reset");
        new Mailbox(email).next();
        see("metamots-link-unusable", "/metamots/recovery/open?token=x");
    }

    private void theAccount() {
        browser.open("/metamots/sign-in");
        submit(Map.of("identifier", username, "password", PASSWORD + "!"));
        for (var page : new String[] {"", "/profile", "/language"}) {
            see("metamots-account" + page.replace('/', '-'), "/metamots/account" + page);
        }
    }

    /** As somebody who looks for a country by typing. */
    private void openTheList() {
        var field = browser.page().locator("[role=combobox]");
        if (field.count() > 0) {
            field.click();
            field.fill("al");
        }
    }

    private Map<String, String> described() {
        var fields = new LinkedHashMap<String, String>();
        fields.put("email", email);
        fields.put("given-name", "Lou");
        fields.put("family-name", "Petit");
        return fields;
    }

    private void see(String name, String path) {
        browser.open(path);
        see(name);
    }

    private void see(String name) {
        look.accept(name, browser);
    }

    private void submit(Map<String, String> typed) {
        var fields = browser.page().locator("main form");
        var kind = fields.locator("[name=organisation-kind]");
        if (kind.count() > 0) {
            kind.selectOption(new SelectOption().setValue("school"));
        }
        typed.forEach((name, value) -> fields.locator("[name=" + name + "]").fill(value));
        browser.andArrive(() -> fields.locator("button[type=submit]").first().click());
    }
}
