package org.poterne.web;

import java.util.function.BiConsumer;
import org.poterne.house.Browser;
import org.poterne.house.House;

/** The help centre of a tenant: every topic it has, a search, and an answer that is refused, then taken. */
final class HelpTour {

    private final Browser browser;
    private final BiConsumer<String, Browser> look;

    private HelpTour(Browser browser, BiConsumer<String, Browser> look) {
        this.browser = browser;
        this.look = look;
    }

    /** @param look is given the name of each state, and the browser that shows it */
    static void of(House house, Browser browser, String tenant, BiConsumer<String, Browser> look) {
        house.withFreshBudgets();
        new HelpTour(browser, look).throughTheCentre(tenant);
    }

    private void throughTheCentre(String tenant) {
        var centre = "/" + tenant + "/help";
        browser.open(centre);
        see(tenant + "-help");
        var topics = browser.page().locator(".choices a").all().stream()
                .map(link -> link.getAttribute("href"))
                .toList();
        for (var topic : topics) {
            browser.open(topic);
            see(tenant + topic.substring(topic.indexOf("/help")).replace('/', '-'));
        }
        answer("x".repeat(1_001));
        see(tenant + "-help-refused");
        answer("x");
        see(tenant + "-help-thanks");
        browser.open(centre + "?search=a");
        see(tenant + "-help-found");
        browser.open(centre + "?search=zzz");
        see(tenant + "-help-none");
    }

    private void answer(String comment) {
        browser.page().locator("#comment").fill(comment);
        browser.andArrive(
                () -> browser.page().locator(".verdict button").first().click());
    }

    private void see(String name) {
        look.accept(name, browser);
    }
}
