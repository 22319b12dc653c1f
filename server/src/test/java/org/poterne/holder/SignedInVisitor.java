package org.poterne.holder;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.HttpCookie;
import java.util.LinkedHashMap;
import java.util.Map;
import org.poterne.house.House;
import org.poterne.house.Person;
import org.poterne.house.Seen;
import org.poterne.house.Visitor;

/** Somebody who is signed in, in one browser, and the forms of the account's pages. */
record SignedInVisitor(Visitor visitor, Person person) {

    static final String PASSWORD = "sésame ouvre-toi";

    static SignedInVisitor at(House node, Person person, String address) {
        return at(node.visitor().from(address), person);
    }

    static SignedInVisitor at(Visitor visitor, Person person) {
        var signedIn = new SignedInVisitor(visitor, person);
        assertThat(signedIn.signIn(PASSWORD).path()).isEqualTo(signedIn.path("/"));
        return signedIn;
    }

    Seen signIn(String password) {
        return visitor.submit(
                visitor.get(path("/sign-in")), Map.of("identifier", person.email(), "password", password));
    }

    Seen get(String page) {
        return visitor.get(path(page));
    }

    /** Opens the page and sends its form. */
    Seen send(String page, Map<String, String> typed) {
        return visitor.submit(get(page), typed);
    }

    Seen changePassword(String current, String fresh) {
        return send("/account/password", Map.of("current", current, "password", fresh, "confirmation", fresh));
    }

    /** Posts these fields with a good form token, whatever page they belong to. */
    Seen post(String page, Map<String, String> fields) {
        var all = new LinkedHashMap<>(fields);
        all.put("_csrf", get("/account/profile").first("input[name=_csrf]").attr("value"));
        return visitor.post(path(page), all);
    }

    boolean isIn() {
        return get("/account").path().equals(path("/account"));
    }

    HttpCookie cookie() {
        return visitor.cookies().getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("session-" + person.tenant()))
                .findFirst()
                .orElseThrow();
    }

    private String path(String page) {
        return "/" + person.tenant() + page;
    }
}
