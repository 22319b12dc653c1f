package org.poterne.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.poterne.house.House;
import org.poterne.house.Mailbox;
import org.poterne.house.Person;
import org.poterne.house.Seen;
import org.poterne.house.Visitor;

/** Somebody signed in who wants another address. */
record Mover(House house, Person person, Visitor visitor, Mailbox next) {

    static final String PASSWORD = "café crème 42";

    static Mover at(House house) {
        return of(house, house.person("gimic", PASSWORD));
    }

    static Mover of(House house, Person person) {
        var visitor = house.visitor();
        assertThat(signIn(visitor, person.email(), PASSWORD).path()).isEqualTo("/gimic/");
        return new Mover(house, person, visitor, freshMailbox());
    }

    static Mailbox freshMailbox() {
        return new Mailbox("new." + UUID.randomUUID() + "@example.org");
    }

    static Seen signIn(Visitor visitor, String email, String password) {
        return visitor.submit(visitor.get("/gimic/sign-in"), Map.of("identifier", email, "password", password));
    }

    Seen ask(Mailbox wanted) {
        return visitor.submit(
                visitor.get("/gimic/account/email"), Map.of("email", wanted.address(), "current", PASSWORD));
    }

    /** Asks for the next address, reads both letters, and has the link. */
    URI link() {
        return link(person.mailbox());
    }

    /** @param old where the account's letters go by now */
    URI link(Mailbox old) {
        assertThat(ask(next).path()).isEqualTo("/gimic/account/email");
        var link = next.next().link();
        assertThat(old.next().subject()).isEqualTo("Demande de changement d’adresse GIMIC");
        return link;
    }

    /** Moves on to the next address; the link that takes it back is in the old mailbox. */
    URI move() {
        return move(person.mailbox());
    }

    URI move(Mailbox old) {
        var page = visitor.get(link(old));
        assertThat(visitor.submit(page, Map.of()).words()).contains("Votre adresse est changée.");
        var letter = old.next();
        assertThat(letter.subject()).isEqualTo("L’adresse de votre compte GIMIC a été changée");
        return letter.link();
    }

    Mover wanting(Mailbox other) {
        return new Mover(house, person, visitor, other);
    }

    static Seen undo(Visitor visitor, URI link) {
        var page = visitor.get(link);
        return visitor.submit(page, Map.of("sure", "sure"));
    }
}
