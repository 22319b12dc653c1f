package org.poterne.renewal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.poterne.house.House;
import org.poterne.house.MovableClock;
import org.poterne.house.Person;
import org.poterne.house.Seen;
import org.poterne.house.Visitor;
import org.poterne.password.Passwords;
import org.poterne.password.RawPassword;
import org.poterne.tenant.TenantId;

/** A house of its own, whose clock runs by months, and a tenant whose passwords live for ninety days. */
record ExpiringHouse(House house, Path tenants) implements AutoCloseable {

    static final TenantId ANNEE = new TenantId("annee");
    static final String PASSWORD = "Printemps 2024 !";
    static final String FRESH = "une clé de vingt-quatre pieds";

    private static final AtomicInteger COUNT = new AtomicInteger();

    private static final String FILE = """
            name: %s
            languages: [fr, en]
            zone: Asia/Kolkata
            contact: { mail: aide@annee.example }
            password:
              rules: [{ minimum-length: 8 }]
              expires-after: %s
            exceptions:
              - { rule: password.expires-after, reason: procédure, approved-by: RSSI, review-before: 2099-01-01 }
            """;

    static ExpiringHouse open() {
        try {
            var tenants = Files.createTempDirectory("poterne-tenants");
            write(tenants, "annee", "Année", "90d");
            write(tenants, "mois", "Mois", "30d");
            return new ExpiringHouse(
                    House.build().with("poterne.tenants", tenants).start(), tenants);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path tenants, String tenant, String name, String life) throws IOException {
        Files.createDirectories(tenants.resolve(tenant));
        Files.writeString(tenants.resolve(tenant).resolve("tenant.yaml"), FILE.formatted(name, life));
    }

    /** Somebody who sets this password now. */
    Person person() {
        return house.person("annee", PASSWORD);
    }

    void forward(Duration time) {
        house.bean(MovableClock.class).forward(time);
    }

    /** The letters are owed without waiting for the hour. */
    void round() {
        house.bean(ReminderRound.class).run();
    }

    Visitor visitor() {
        return house.visitor().from("127.0.30." + (1 + COUNT.incrementAndGet() % 250));
    }

    Seen signIn(Visitor visitor, Person person, String password) {
        return visitor.submit(
                visitor.get("/annee/sign-in"), Map.of("identifier", person.email(), "password", password));
    }

    /** Through the door, as far as an expired password goes. */
    Seen atTheRenewal(Visitor visitor, Person person) {
        var page = signIn(visitor, person, PASSWORD);
        assertThat(page.path()).isEqualTo("/annee/sign-in/renewal");
        return page;
    }

    static Map<String, String> form(String current, String fresh) {
        return Map.of("current", current, "password", fresh, "confirmation", fresh);
    }

    void replace(Person person, String password) {
        var passwords = house.bean(Passwords.class);
        passwords.replace(ANNEE, house.account(person).id(), passwords.hash(new RawPassword(password)));
        person.mailbox().next();
    }

    @Override
    public void close() {
        house.close();
    }
}
