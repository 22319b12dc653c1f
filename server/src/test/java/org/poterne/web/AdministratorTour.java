package org.poterne.web;

import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.poterne.house.Browser;
import org.poterne.house.House;
import org.poterne.house.Mailbox;
import org.poterne.membership.Hotel;
import org.poterne.membership.Hotel.Employee;

/** The pages of an establishment's administrators, and those of the people they invite. */
final class AdministratorTour {

    private final Browser browser;
    private final BiConsumer<String, Browser> look;
    private final Hotel hotel;
    private final Hotel other;
    private final Employee administrator;
    private final Mailbox invited = new Mailbox("invited." + UUID.randomUUID() + "@example.org");

    private AdministratorTour(House house, Browser browser, BiConsumer<String, Browser> look) {
        this.browser = browser;
        this.look = look;
        this.hotel = Hotel.in(house);
        this.other = Hotel.in(house);
        this.administrator = hotel.administrator();
    }

    /** @param look is given the name of each state, and the browser that shows it */
    static void of(House house, Browser browser, BiConsumer<String, Browser> look) {
        var tour = new AdministratorTour(house.withFreshBudgets(), browser, look);
        tour.theList();
        tour.theInvitation();
        tour.theOtherEstablishment();
        tour.thePeople();
        tour.theInvited();
    }

    private void theList() {
        browser.open("/extranet/sign-in");
        submit(Map.of("identifier", administrator.username(), "password", Hotel.PASSWORD));
        see("administrator-home");
        see("administrator-account", "/extranet/account");
        see("administrator-establishment", "/extranet/establishments/" + hotel.number());
        see("administrator-add", users("/add"));
    }

    private void theInvitation() {
        see("administrator-new", "/extranet/invitations/" + hotel.number() + "/new");
        submit(Map.of("family-name", "Petit", "email", "lou@"));
        see("administrator-new-malformed");
        submit(Map.of("given-name", "Lou", "email", invited.address()));
        see("administrator-rights");
        submit(Map.of());
        see("administrator-rights-none");
        browser.page().locator("[name=right-reservations]").check();
        submit(Map.of());
        see("administrator-invited");
    }

    private void theOtherEstablishment() {
        see("administrator-existing", "/extranet/access/" + hotel.number() + "/new");
        submit(Map.of("number", "n° 12", "email", other.email()));
        see("administrator-existing-malformed");
        submit(Map.of("number", other.number()));
        see("administrator-existing-rights");
        browser.page().locator("[name=right-finances]").check();
        submit(Map.of());
        see("administrator-asked");
        other.join(administrator, "users");
        browser.open("/extranet/users/" + other.number());
        browser.page().locator("a[href*='/requests/']").first().click();
        see("administrator-question");
        submit(Map.of());
        see("administrator-beyond");
        see("administrator-choose", "/extranet/users");
    }

    private void thePeople() {
        var waiter = hotel.member("reservations", "reviews");
        hotel.member("finances");
        see("administrator-list", users(""));
        see("administrator-search", users("?search=noa"));
        see("administrator-manage", users("/manage/" + waiter));
        see("administrator-remove", users("/remove/" + waiter));
        submit(Map.of());
        see("administrator-removed");
    }

    private void theInvited() {
        var link = invited.next().link();
        browser.open(link);
        see("invited-somebody-else");
        browser.context().clearCookies();
        browser.open(link);
        see("invited");
        submit(Map.of("username", "a", "password", "court", "confirmation", "cour"));
        see("invited-refused");
        var username = "lou" + UUID.randomUUID().toString().substring(0, 8);
        submit(Map.of("username", username, "password", Hotel.PASSWORD, "confirmation", Hotel.PASSWORD));
        see("invited-ready");
        see("invited-link-unusable", link.getPath() + "?" + link.getQuery());
        browser.open("/extranet/sign-in");
        submit(Map.of("identifier", username, "password", Hotel.PASSWORD));
        see("invited-received", "/extranet/invitations");
    }

    private String users(String page) {
        return "/extranet/users/" + hotel.number() + page;
    }

    private void see(String name, String path) {
        browser.open(path);
        see(name);
    }

    private void see(String name) {
        look.accept(name, browser);
    }

    /** The page's first form that changes something. */
    private void submit(Map<String, String> typed) {
        var form = browser.page().locator("main form[method=post]").first();
        typed.forEach((name, value) -> form.locator("[name=" + name + "]").fill(value));
        browser.andArrive(() -> form.locator("button[type=submit]").first().click());
    }
}
