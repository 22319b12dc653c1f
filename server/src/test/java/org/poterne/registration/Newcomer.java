package org.poterne.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.poterne.house.House;
import org.poterne.house.Mailbox;
import org.poterne.house.Seen;
import org.poterne.house.Visitor;

/** Somebody who has no account yet, and what they type. */
record Newcomer(String tenant, String name, String username, String email, String password) {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private static final String NEUTRAL = """
            name: Ouverte
            languages: [fr, en]
            contact: { mail: aide@ouverte.example }
            password: { rules: [{ minimum-length: 8 }] }
            profile: { fields: [{ name: name }] }
            registration: { open: true, ask: [name, username, e-mail] }
            """;

    private static final String WITHOUT_USERNAMES = """
            name: Sans pseudo
            languages: [fr]
            contact: { mail: aide@sanspseudo.example }
            profile: { fields: [{ name: name }] }
            registration:
              { open: true, ask: [name, e-mail], refused-domains: [jetable.example], unconfirmed-life: 36h }
            """;

    static Newcomer at(String tenant) {
        var number = COUNT.incrementAndGet();
        return new Newcomer(
                tenant,
                "Noé d’Avril " + number,
                "noé-" + number,
                "newcomer." + number + "@example.org",
                "trois mots de plus " + number);
    }

    Newcomer withEmail(String other) {
        return new Newcomer(tenant, name, username, other, password);
    }

    Newcomer withUsername(String other) {
        return new Newcomer(tenant, name, other, email, password);
    }

    Newcomer withPassword(String other) {
        return new Newcomer(tenant, name, username, email, other);
    }

    Map<String, String> fields() {
        return Map.of("name", name, "username", username, "email", email, "password", password);
    }

    Mailbox mailbox() {
        return new Mailbox(email);
    }

    /** Sends the sign-up page; what came of it. */
    Seen trySignUp(Visitor visitor) {
        return visitor.submit(visitor.get("/" + tenant + "/sign-up"), fields());
    }

    /** Sends the sign-up page, and reads the letter that comes of it. */
    URI signUp(Visitor visitor) {
        assertThat(trySignUp(visitor).path()).isEqualTo("/" + tenant + "/sign-up/sent");
        return mailbox().next().link();
    }

    /** Has an account that is confirmed. */
    Newcomer settle(House house) {
        var visitor = visitor(house);
        assertThat(visitor.submit(visitor.get(signUp(visitor)), Map.of()).path())
                .isEqualTo("/" + tenant + "/sign-in");
        return this;
    }

    Seen askAgain(Visitor visitor) {
        return visitor.submit(visitor.get("/" + tenant + "/confirm/resend"), Map.of("email", email));
    }

    Seen signIn(Visitor visitor) {
        return visitor.submit(
                visitor.get("/" + tenant + "/sign-in"), Map.of("identifier", email, "password", password));
    }

    /** From an address of their own: without JavaScript, one address may not ask often. */
    static Visitor visitor(House house) {
        var number = COUNT.incrementAndGet();
        return house.visitor().from("127.20." + (number >> 7) + "." + (1 + (number & 127)));
    }

    /** A house with tenants whose messages are neutral: {@code ouverte}, and {@code sanspseudo} without usernames. */
    static House neutralHouse() {
        try {
            var folder = Files.createTempDirectory("poterne-neutral");
            write(folder, "ouverte", NEUTRAL);
            write(folder, "sanspseudo", WITHOUT_USERNAMES);
            return House.build().with("poterne.tenants", folder).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path folder, String tenant, String file) throws IOException {
        Files.writeString(Files.createDirectories(folder.resolve(tenant)).resolve("tenant.yaml"), file);
    }
}
