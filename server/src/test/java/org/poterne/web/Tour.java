package org.poterne.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.poterne.house.Browser;
import org.poterne.house.Eyes;
import org.poterne.house.House;
import org.poterne.house.Person;

/**
 * Every page and every state of a page, in whatever language the browser speaks: fields are told by their names, forms are
 * sent with Enter.
 */
final class Tour {

    private static final String PASSWORD = "café 42";
    private static final int GUESSES = 20; // from one address, before it is told to wait

    private final House house;
    private final Browser browser;
    private final BiConsumer<String, Browser> look;

    private Tour(House house, Browser browser, BiConsumer<String, Browser> look) {
        this.house = house;
        this.browser = browser;
        this.look = look;
    }

    /** @param look is given the name of each state, and the browser that shows it */
    static void of(House house, Browser browser, BiConsumer<String, Browser> look) {
        var tour = new Tour(house.withFreshBudgets(), browser, look);
        tour.theMailbox();
        tour.theDoor();
        tour.theWayBack();
        tour.theProblems();
    }

    private void theMailbox() {
        emptyMailbox();
        see("tenants", "/");
        see("mailbox-empty", "/mailbox");
        var letter = letterTo(house.person("gimic"));
        letterTo(house.person("gimic"));
        see("mailbox", "/mailbox");
        see("letter", "/mailbox/" + letter);
    }

    private void theDoor() {
        see("sign-in", "/gimic/sign-in");
        see("sign-in-saved", "/gimic/sign-in?notice=recovery.password-reset");
        var camille = house.person("gimic", PASSWORD);
        signIn(camille, "autre chose");
        see("sign-in-refused");
        signIn(camille, PASSWORD);
        see("home");
        browser.context().clearCookies();
        var visitor = house.visitor();
        for (var guess = 0; guess <= GUESSES; guess++) {
            visitor.submit(
                    visitor.get("/gimic/sign-in"),
                    Map.of("identifier", "nobody." + guess + "@example.org", "password", "non"));
        }
        browser.open("/gimic/sign-in");
        signIn(camille, PASSWORD);
        see("too-many");
    }

    private void theWayBack() {
        see("forgot", "/gimic/recovery");
        submit(Map.of("email", "camille.martin@"));
        see("forgot-malformed");
        submit(Map.of("email", "camille.martin@example.org"));
        see("sent");
        browser.open(linkFor(house.person("gimic")));
        see("choose");
        submit(Map.of("password", "12345", "confirmation", "12345"));
        see("choose-too-short");
        submit(Map.of("password", "abcdef", "confirmation", "abcdeg"));
        see("choose-mismatch");
        browser.context().clearCookies();
        see("link-unusable", "/gimic/recovery/password");
    }

    private void theProblems() {
        see("not-found", "/nowhere");
        see("not-found-at-tenant", "/gimic/nowhere");
        browser.open("/gimic/recovery");
        browser.context().clearCookies();
        submit(Map.of("email", "camille.martin@example.org"));
        see("stale-form");
        browser.open("/gimic/recovery");
        submit(Map.of("email", "x".repeat(70_000)));
        see("too-large");
    }

    private void see(String name, String path) {
        browser.open(path);
        see(name);
    }

    private void see(String name) {
        look.accept(name, browser);
    }

    private void signIn(Person person, String password) {
        submit(Map.of("identifier", person.email(), "password", password));
    }

    private void submit(Map<String, String> typed) {
        var fields = browser.page().locator("main form");
        typed.forEach((name, value) -> fields.locator("[name=" + name + "]").fill(value));
        Eyes.readIfAsked(house, browser.page());
        browser.andArrive(() -> fields.locator("input:visible").last().press("Enter"));
    }

    private URI linkFor(Person person) {
        var visitor = house.visitor();
        visitor.submit(visitor.get("/gimic/recovery"), Map.of("email", person.email()));
        return person.mailbox().next().link();
    }

    /** @return its name in the mailbox, whose newest it is */
    private String letterTo(Person person) {
        linkFor(person);
        return letters().getLast();
    }

    private void emptyMailbox() {
        var folder = house.data().resolve("mailbox");
        letters().forEach(delete(letter -> Files.delete(folder.resolve(letter + ".eml"))));
    }

    private List<String> letters() {
        try (var files = Files.list(house.data().resolve("mailbox"))) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(".eml")) // not one that is still being written
                    .map(name -> name.replace(".eml", ""))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Deletion {
        void of(String letter) throws IOException;
    }

    private static Consumer<String> delete(Deletion deletion) {
        return letter -> {
            try {
                deletion.of(letter);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }
}
