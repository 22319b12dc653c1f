package org.poterne.web;

import java.util.Map;
import java.util.function.BiConsumer;
import org.poterne.agent.Agents;
import org.poterne.desk.Member;
import org.poterne.house.Browser;
import org.poterne.house.House;

/** The form of the assistance, a large account's own request, and the desk behind them. */
final class DeskTour {

    private final House house;
    private final Browser browser;
    private final BiConsumer<String, Browser> look;

    private DeskTour(House house, Browser browser, BiConsumer<String, Browser> look) {
        this.house = house;
        this.browser = browser;
        this.look = look;
    }

    /** @param look is given the name of each state, and the browser that shows it */
    static void of(House house, Browser browser, BiConsumer<String, Browser> look) {
        var tour = new DeskTour(house.withFreshBudgets(), browser, look);
        var lea = Member.of(house, "extranet", 5);
        tour.theAssistance();
        tour.theLargeAccount(lea);
        tour.theDesk(lea);
    }

    private void theAssistance() {
        see("assistance-trouble", "/extranet/sign-in/trouble");
        see("assistance-form", "/extranet/assistance");
        submit(Map.of("email", "lea@"));
        see("assistance-refused");
        submit(Map.of(
                "name", "Léa Moreau",
                "email", "lea@example.net",
                "establishment", "Villa Mimosa",
                "message", "Je ne retrouve plus mon identifiant."));
        see("assistance-sent");
        browser.context().clearCookies();
    }

    private void theLargeAccount(Member lea) {
        signIn(lea);
        see("large-account-email", "/extranet/account/email");
        see("large-account-ask", "/extranet/assistance/email");
        submit(Map.of("email", Member.freshMailbox().address(), "message", "Ma boîte ferme."));
        see("large-account-asked");
        browser.context().clearCookies();
    }

    private void theDesk(Member lea) {
        var agent = Member.of(house, "extranet", 0);
        house.bean(Agents.class).appoint(agent.tenant(), agent.account().id());
        signIn(agent);
        see("desk-queue", "/extranet/desk");
        browser.page().locator("a[href*='/desk/requests/']").last().click();
        see("desk-request");
        browser.open("/extranet/desk");
        browser.page().locator("[name=text]").first().fill(lea.username());
        browser.page()
                .locator("main form[action$='/search'] button[type=submit]")
                .first()
                .click();
        see("desk-found");
        browser.page().locator("main form button[type=submit]").last().click();
        see("desk-call");
        browser.page()
                .locator("a[href$='/verification'], a[href*='/verif']")
                .first()
                .click();
        see("desk-verification");
        browser.page().locator("[type=checkbox]").first().check();
        browser.page().locator("[type=checkbox]").last().check();
        browser.page().locator("main form button[type=submit]").last().click();
        see("desk-sheet");
    }

    private void signIn(Member member) {
        browser.open("/extranet/sign-in");
        submit(Map.of("identifier", member.username(), "password", Member.PASSWORD));
    }

    private void see(String name, String path) {
        browser.open(path);
        see(name);
    }

    private void see(String name) {
        look.accept(name, browser);
    }

    private void submit(Map<String, String> typed) {
        var form = browser.page().locator("main form[method=post]").first();
        typed.forEach((name, value) -> form.locator("[name=" + name + "]").fill(value));
        browser.andArrive(() -> form.locator("button[type=submit]").first().click());
    }
}
