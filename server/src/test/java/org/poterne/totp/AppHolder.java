package org.poterne.totp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.poterne.account.AccountId;
import org.poterne.house.House;
import org.poterne.house.Person;
import org.poterne.house.Seen;
import org.poterne.house.Visitor;
import org.poterne.tenant.TenantId;

/** Somebody with a password and an application, and the browser in which they set it up. */
public record AppHolder(House house, Person person, Visitor browser, PhoneApp phone) {

    public static final String PASSWORD = "sésame ouvre-toi";

    /** Who has read all letters that came of it. */
    public static AppHolder of(House house, String tenant) {
        var person = house.person(tenant, PASSWORD);
        var browser = house.visitor();
        var home = signIn(browser, person, PASSWORD);
        assertThat(home.path()).isEqualTo("/" + tenant + "/");
        var holder = setUp(house, person, browser);
        person.mailbox().next(); // a factor was added
        return holder;
    }

    public static AppHolder setUp(House house, Person person, Visitor browser) {
        var page = browser.submit(browser.get("/" + person.tenant() + "/account/totp"), Map.of());
        assertThat(page.path()).isEqualTo("/" + person.tenant() + "/account/totp/new");
        var phone = PhoneApp.of(house, page.first("#key").text());
        var done = browser.submit(page, Map.of("code", phone.code()));
        assertThat(done.path()).isEqualTo("/" + person.tenant() + "/account/totp");
        assertThat(done.words()).contains("L’application est ajoutée");
        return new AppHolder(house, person, browser, phone);
    }

    public static Seen signIn(Visitor visitor, Person person, String password) {
        return visitor.submit(
                visitor.get("/" + person.tenant() + "/sign-in"),
                Map.of("identifier", person.email(), "password", password));
    }

    /** As far as the password goes. */
    public Seen atTheQuestion(Visitor visitor) {
        var page = signIn(visitor, person, PASSWORD);
        assertThat(page.path()).isEqualTo(path("/sign-in/totp"));
        return page;
    }

    public Seen signIn(Visitor visitor) {
        return visitor.submit(atTheQuestion(visitor), Map.of("code", phone.code()));
    }

    /** Posts these fields with a good form token, whatever page they belong to. */
    public Seen post(Visitor visitor, String page, Map<String, String> fields) {
        var all = new LinkedHashMap<>(fields);
        all.put(
                "_csrf",
                visitor.get(path("/recovery")).first("input[name=_csrf]").attr("value"));
        return visitor.post(path(page), all);
    }

    public Optional<String> sessionOf(Visitor visitor) {
        return visitor.cookies().getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("session-" + person.tenant()))
                .map(cookie -> cookie.getValue())
                .findFirst();
    }

    public TenantId tenant() {
        return new TenantId(person.tenant());
    }

    public AccountId account() {
        return house.account(person).id();
    }

    public String path(String page) {
        return "/" + person.tenant() + page;
    }
}
