package org.poterne.web;

import java.util.Map;
import java.util.function.BiConsumer;
import org.poterne.desk.DeskAgent;
import org.poterne.desk.Member;
import org.poterne.house.Browser;
import org.poterne.house.House;
import org.poterne.house.Person;
import org.poterne.totp.AppHolder;

/** Somebody has lost every second factor: the desk, from one agent to the next, and the page behind the letter. */
final class LossTour {

    private final Browser browser;
    private final BiConsumer<String, Browser> look;

    private LossTour(Browser browser, BiConsumer<String, Browser> look) {
        this.browser = browser;
        this.look = look;
    }

    /** @param look is given the name of each state, and the browser that shows it */
    static void of(House house, Browser browser, BiConsumer<String, Browser> look) {
        var tour = new LossTour(browser, look);
        var lea = Member.of(house.withFreshBudgets(), "extranet", 0);
        AppHolder.setUp(
                house, new Person("extranet", lea.email()), lea.visitor().visitor());
        lea.mailbox().next();
        var one = DeskAgent.at(house, "extranet");
        var sheet = one.sheetOf(lea);
        tour.theFirstAgent(one, lea);
        one.visitor()
                .submit(
                        one.get(DeskAgent.at(sheet) + "/sheet/unbinding"),
                        Map.of("reason", "Téléphone volé en voyage"));
        tour.theSecondAgent(house);
        browser.open(lea.mailbox().next().link());
        tour.see("loss-cancel");
        browser.andArrive(() ->
                browser.page().locator("main form button[type=submit]").first().click());
        lea.mailbox().next();
        browser.open("/extranet/lost-factors/cancel");
        tour.see("loss-unusable");
    }

    /** In a browser of their own, so that the first page of the form and its error are seen. */
    private void theFirstAgent(DeskAgent one, Member lea) {
        signIn(one.member());
        browser.open("/extranet/desk");
        browser.page().locator("[name=text]").first().fill(lea.username());
        press("main form[action$='/search'] button[type=submit]");
        browser.page().locator("main form button[type=submit]").last().click();
        browser.page().locator("a[href$='/verification']").first().click();
        browser.page().locator("[type=checkbox]").first().check();
        browser.page().locator("[type=checkbox]").last().check();
        press("main form button[type=submit]");
        see("loss-sheet");
        press("a[href$='/sheet/unbinding']");
        see("loss-report");
        press("main form button[type=submit]");
        see("loss-report-refused");
        browser.context().clearCookies();
    }

    private void theSecondAgent(House house) {
        var two = DeskAgent.at(house, "extranet");
        signIn(two.member());
        browser.open("/extranet/desk/changes");
        see("loss-list");
        press("#unbindings a");
        see("loss-decide");
        press("main form[action$='/approve'] button[type=submit]");
        see("loss-approved");
        browser.context().clearCookies();
    }

    private void signIn(Member member) {
        browser.open("/extranet/sign-in");
        browser.page().locator("[name=identifier]").fill(member.username());
        browser.page().locator("[name=password]").fill(Member.PASSWORD);
        press("main form[method=post] button[type=submit]");
    }

    private void press(String what) {
        browser.andArrive(() -> browser.page().locator(what).first().click());
    }

    private void see(String name) {
        look.accept(name, browser);
    }
}
