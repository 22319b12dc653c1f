package org.poterne.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.poterne.account.Accounts;
import org.poterne.account.EmailAddress;
import org.poterne.account.NewAccount;
import org.poterne.account.Username;
import org.poterne.house.Browser;
import org.poterne.house.Eyes;
import org.poterne.house.House;
import org.poterne.house.Mailbox;
import org.poterne.password.Passwords;
import org.poterne.password.RawPassword;
import org.poterne.tenant.TenantId;

/** The pages of a tenant whose people are known by usernames: the way back by name, the blocked account, the fixed address. */
final class ExtranetTour {

    private static final TenantId EXTRANET = new TenantId("extranet");
    private static final String PASSWORD = "chambre avec vue 12";

    private final House house;
    private final Browser browser;
    private final BiConsumer<String, Browser> look;
    private final String username = "tour" + UUID.randomUUID().toString().substring(0, 8);

    private ExtranetTour(House house, Browser browser, BiConsumer<String, Browser> look) {
        this.house = house;
        this.browser = browser;
        this.look = look;
    }

    /** @param look is given the name of each state, and the browser that shows it */
    static void of(House house, Browser browser, BiConsumer<String, Browser> look) {
        var tour = new ExtranetTour(house.withFreshBudgets(), browser, look);
        tour.enter();
        tour.theWayBack();
        tour.theAccount();
    }

    private void enter() {
        var address = EmailAddress.parse(username + "@example.org").orElseThrow();
        var person = new NewAccount(address, Username.parse(username), "Lou", "Petit", Optional.empty());
        var accounts = house.bean(Accounts.class);
        accounts.addAll(EXTRANET, List.of(person));
        var account = accounts.findByEmail(EXTRANET, address).orElseThrow();
        var passwords = house.bean(Passwords.class);
        passwords.replace(EXTRANET, account.id(), passwords.hash(new RawPassword(PASSWORD)));
        new Mailbox(address.given()).next(); // the notice
    }

    private void theWayBack() {
        see("extranet-sign-in", "/extranet/sign-in");
        see("extranet-trouble", "/extranet/sign-in/trouble");
        see("extranet-forgot", "/extranet/recovery");
        submit(Map.of("username", "lou@example.org"));
        see("extranet-forgot-malformed");
        browser.open("/extranet/sign-in");
        for (var guess = 0; guess < 5; guess++) {
            submit(Map.of("identifier", username, "password", "non " + guess));
        }
        see("extranet-locked");
        browser.open("/extranet/recovery");
        submit(Map.of("username", username));
        see("extranet-blocked");
        submit(Map.of());
        see("extranet-sent");
        browser.open(new Mailbox(username + "@example.org").next().link());
        see("extranet-choose");
        submit(Map.of("password", PASSWORD + "!", "confirmation", PASSWORD + "!"));
    }

    private void theAccount() {
        browser.open("/extranet/sign-in");
        submit(Map.of("identifier", username, "password", PASSWORD + "!"));
        see("extranet-home");
        for (var page : new String[] {"", "/email", "/password"}) {
            see("extranet-account" + page.replace('/', '-'), "/extranet/account" + page);
        }
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
        typed.forEach((name, value) -> fields.locator("[name=" + name + "]").fill(value));
        Eyes.readIfAsked(house, browser.page());
        browser.andArrive(
                () -> fields.locator("button[type=submit][data-busy]").first().click());
    }
}
