package org.poterne.recovery;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.poterne.account.Account;
import org.poterne.account.Accounts;
import org.poterne.account.EmailAddress;
import org.poterne.account.NewAccount;
import org.poterne.account.Username;
import org.poterne.house.House;
import org.poterne.house.Mailbox;
import org.poterne.house.Seen;
import org.poterne.house.Visitor;
import org.poterne.password.Passwords;
import org.poterne.password.RawPassword;
import org.poterne.tenant.TenantId;

/** Somebody with an account at extranet, known there by a username. */
record Hotelier(House house, String username, String email) {

    static final TenantId EXTRANET = new TenantId("extranet");
    static final String PASSWORD = "chambre avec vue 12";
    static final String BLOCKED = "Votre compte est bloqué";

    private static final AtomicInteger COUNT = new AtomicInteger();

    /** With an account, and {@link #PASSWORD}. */
    static Hotelier at(House house) {
        var number = COUNT.incrementAndGet();
        return at(house, "camille.hotel" + number, "chambre." + number + "@example.org");
    }

    static Hotelier at(House house, String username, String email) {
        var hotelier = new Hotelier(house, username, email);
        var address = EmailAddress.parse(email).orElseThrow();
        var person = new NewAccount(address, Username.parse(username), "Camille", "Martin", Optional.of(Locale.FRENCH));
        house.bean(Accounts.class).addAll(EXTRANET, List.of(person));
        var passwords = house.bean(Passwords.class);
        passwords.replace(EXTRANET, hotelier.account().id(), passwords.hash(new RawPassword(PASSWORD)));
        hotelier.mailbox().next(); // the notice
        return hotelier;
    }

    /** A username that nobody has. */
    static Hotelier nobody(House house) {
        var number = COUNT.incrementAndGet();
        return new Hotelier(house, "personne" + number, "personne." + number + "@example.org");
    }

    Account account() {
        return house.bean(Accounts.class)
                .findByUsername(EXTRANET, Username.parse(username).orElseThrow())
                .orElseThrow();
    }

    Mailbox mailbox() {
        return new Mailbox(email);
    }

    Seen signIn(Visitor visitor, String password) {
        return visitor.submit(visitor.get("/extranet/sign-in"), Map.of("identifier", username, "password", password));
    }

    boolean has(String password) {
        return signIn(house.visitor(), password).path().equals("/extranet/");
    }

    /** The request, asked as by somebody without JavaScript. */
    Seen ask(Visitor visitor) {
        return visitor.submit(visitor.get("/extranet/recovery"), Map.of("username", username));
    }

    /** Wrong passwords, each another one, from as many addresses. */
    List<Seen> wrong(int times) {
        return IntStream.range(0, times)
                .mapToObj(number -> signIn(house.visitor().from("127.0.30." + (1 + number)), "au hasard " + number))
                .toList();
    }
}
