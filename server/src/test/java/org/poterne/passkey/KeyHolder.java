package org.poterne.passkey;

import java.util.LinkedHashMap;
import java.util.Map;
import org.poterne.house.House;
import org.poterne.house.Person;
import org.poterne.house.Seen;
import org.poterne.house.SoftKey;
import org.poterne.house.Visitor;

/** Somebody with a password, a browser and passkeys. */
public record KeyHolder(House house, Person person, Visitor visitor) {

    public static final String PASSWORD = "une longue phrase de passe";

    /** Signed in. */
    public static KeyHolder at(House house, String tenant) {
        var holder = new KeyHolder(house, house.person(tenant, PASSWORD), house.visitor());
        holder.showPassword();
        return holder;
    }

    /** The same person at another browser, signed in nowhere. */
    public KeyHolder elsewhere() {
        return new KeyHolder(house, person, house.visitor());
    }

    public Seen get(String page) {
        return visitor.get(path(page));
    }

    public Seen showPassword() {
        return visitor.submit(get("/sign-in"), Map.of("identifier", person.email(), "password", PASSWORD));
    }

    /** The page on which a key is made. */
    Seen begin() {
        return visitor.submit(get("/account/passkey"), Map.of());
    }

    public SoftKey add(String name) {
        return add(SoftKey.at(house), name);
    }

    public SoftKey add(SoftKey key, String name) {
        begin();
        var done = make(key, name);
        if (!done.words().contains("La clé d’accès est ajoutée.")) {
            throw new AssertionError(done.words());
        }
        return key;
    }

    Seen make(SoftKey key, String name) {
        return post("/account/passkey/new", with(key.make(question("/account/passkey/new")), Map.of("name", name)));
    }

    /** In with the key alone. */
    public Seen enterWith(SoftKey key) {
        return post("/sign-in/with-passkey", key.sign(question("/sign-in/with-passkey")));
    }

    /** The key beside the password. */
    Seen confirmWith(SoftKey key) {
        return post("/sign-in/passkey", key.sign(question("/sign-in/passkey")));
    }

    public String question(String page) {
        return get(page + "/options").body();
    }

    /** With a good form token. */
    public Seen post(String page, Map<String, String> fields) {
        return visitor.post(path(page), with(fields, Map.of("_csrf", formToken())));
    }

    String formToken() {
        return get("/sign-in").first("input[name=_csrf]").attr("value");
    }

    boolean isIn() {
        return get("/account").path().equals(path("/account"));
    }

    String path(String page) {
        return "/" + person.tenant() + page;
    }

    public static Map<String, String> with(Map<String, String> some, Map<String, String> more) {
        var all = new LinkedHashMap<>(some);
        all.putAll(more);
        return all;
    }
}
