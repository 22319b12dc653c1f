package org.poterne.approval;

import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.poterne.authenticator.Phone;
import org.poterne.house.House;
import org.poterne.house.Person;
import org.poterne.house.PuzzleWork;
import org.poterne.house.ReadLetter;
import org.poterne.house.Seen;
import org.poterne.house.Visitor;
import tools.jackson.databind.JsonNode;

/**
 * Somebody of jasmin: an account, a password, and a phone that answers for it.
 *
 * @param browser in which they have signed in before
 */
public record Apprentice(Person person, Phone phone, Visitor browser) {

    public static final String PASSWORD = "quatre abricots mûrs";
    public static final String NEW = "cinq mirabelles dorées";

    private static final String DIGITS = "\\D";

    /** With a phone, added by themselves. */
    public static Apprentice withPhone(House house) {
        var person = house.person("jasmin", PASSWORD);
        var browser = Phone.signedIn(house, person, PASSWORD);
        return new Apprentice(person, Phone.enrol(house, browser, person), browser);
    }

    /** The letter whose subject says this; what else was due is read too. */
    public ReadLetter letter(String subject) {
        return person.mailbox().about(subject);
    }

    /** The page with the number: what was typed there, the challenge met, a notification sent. */
    public static Seen asked(Visitor visitor, String email) {
        return visitor.submit(named(visitor, email), Map.of());
    }

    /** The page that offers to send a notification. */
    public static Seen named(Visitor visitor, String email) {
        var page = visitor.get("/jasmin/recovery");
        return visitor.submit(page, Map.of("email", email, "challenge", PuzzleWork.answer(page)));
    }

    /** Password shown at the door; what is asked then is the page that comes of it. */
    public Seen knock(Visitor visitor, String password) {
        return visitor.submit(
                visitor.get("/jasmin/sign-in"), Map.of("identifier", person.email(), "password", password));
    }

    /** What the browser shows. */
    public static String number(Seen page) {
        return page.first(".number").ownText().replaceAll(DIGITS, "");
    }

    /** On the last page, if it opens. */
    public static Seen choose(Visitor visitor, String password) {
        var page = visitor.get("/jasmin/recovery/password");
        return page.status() == 200
                ? visitor.submit(page, Map.of("password", password, "confirmation", password))
                : page;
    }

    /** What the phone is asked first; it may be on its way still, since the browser's page does not wait for it. */
    public JsonNode asked() {
        return asked(_ -> true);
    }

    public JsonNode asked(Predicate<JsonNode> which) {
        return Awaitility.await("a request on the phone")
                .until(() -> phone.pending().stream().filter(which).findFirst(), Optional::isPresent)
                .orElseThrow();
    }
}
