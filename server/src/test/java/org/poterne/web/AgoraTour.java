package org.poterne.web;

import java.net.URI;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.poterne.house.Browser;
import org.poterne.house.Eyes;
import org.poterne.house.House;
import org.poterne.house.Mailbox;
import org.poterne.house.Person;

/**
 * The pages that a tenant with open registration has beside {@link Tour}'s: signing up, the lock, one's own account. Fields
 * are told by their names, so that it goes in any language.
 */
final class AgoraTour {

    private static final String PASSWORD = "place du marché 12";

    private final House house;
    private final Browser browser;
    private final BiConsumer<String, Browser> look;

    private AgoraTour(House house, Browser browser, BiConsumer<String, Browser> look) {
        this.house = house;
        this.browser = browser;
        this.look = look;
    }

    /** @param look is given the name of each state, and the browser that shows it */
    static void of(House house, Browser browser, BiConsumer<String, Browser> look) {
        var tour = new AgoraTour(house.withFreshBudgets(), browser, look);
        tour.theNewcomer();
        tour.theLock();
        tour.theAccount();
    }

    private void theNewcomer() {
        var name = "tour" + UUID.randomUUID().toString().substring(0, 8);
        var email = name + "@example.org";
        see("agora-sign-in", "/agora/sign-in");
        see("agora-trouble", "/agora/sign-in/trouble");
        see("sign-up", "/agora/sign-up");
        submit(Map.of("email", "camille@", "password", "motdepasse"));
        see("sign-up-refused");
        submit(Map.of("name", "Lou Petit", "username", name, "email", email, "password", PASSWORD));
        see("sign-up-sent");
        var link = new Mailbox(email).next().link();
        browser.open("/agora/sign-in");
        signIn(email, PASSWORD);
        see("agora-unconfirmed");
        browser.open(link);
        see("confirm");
        browser.context().clearCookies();
        browser.open(link);
        see("confirm-elsewhere");
        see("confirm-link-unusable", "/agora/confirm/open?token=x");
        see("confirm-resend", "/agora/confirm/resend");
        submit(Map.of("email", email));
        see("confirm-resent");
        browser.open(new Mailbox(email).next().link());
        submit(Map.of("password", PASSWORD));
        see("agora-confirmed");
        browser.open("/agora/confirm/resend");
        submit(Map.of("email", email));
        see("confirm-resend-already");
    }

    private void theLock() {
        var camille = house.person("agora", PASSWORD);
        browser.context().clearCookies();
        browser.open("/agora/sign-in");
        for (var guess = 0; guess < 3; guess++) {
            signIn(camille.email(), "non " + guess);
        }
        see("agora-asked");
        misread(camille);
        see("agora-misread");
        signIn(camille.email(), "non 3");
        see("agora-last-try");
        signIn(camille.email(), "non 4");
        see("agora-locked");
        browser.open(linkOf(camille));
        see("unlock");
        see("unlock-resend", "/agora/unlock/resend");
        submit(Map.of("email", camille.email()));
        see("unlock-sent");
        see("unlock-link-unusable", "/agora/unlock/open?token=x");
    }

    private void theAccount() {
        var camille = house.person("agora", PASSWORD);
        browser.open("/agora/sign-in");
        signIn(camille.email(), PASSWORD);
        for (var page :
                new String[] {"", "/profile", "/email", "/password", "/sessions", "/activity", "/export", "/delete"}) {
            see("account" + page.replace('/', '-'), "/agora/account" + page);
        }
    }

    private void misread(Person person) {
        var fields = browser.page().locator("main form");
        var typed = Map.of("identifier", person.email(), "password", PASSWORD, "challenge-answer", "AAAAAA");
        typed.forEach((name, value) -> fields.locator("[name=" + name + "]").fill(value));
        browser.andArrive(() -> fields.locator("[name=challenge-answer]").press("Enter"));
    }

    private void see(String name, String path) {
        browser.open(path);
        see(name);
    }

    private void see(String name) {
        look.accept(name, browser);
    }

    private void signIn(String identifier, String password) {
        submit(Map.of("identifier", identifier, "password", password));
    }

    private void submit(Map<String, String> typed) {
        var fields = browser.page().locator("main form");
        typed.forEach((name, value) -> fields.locator("[name=" + name + "]").fill(value));
        Eyes.readIfAsked(house, browser.page());
        browser.andArrive(() -> fields.locator("input:visible").last().press("Enter"));
    }

    private static URI linkOf(Person person) {
        return person.mailbox().next().link();
    }
}
