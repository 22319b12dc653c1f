package org.poterne.lockout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.poterne.house.House;
import org.poterne.house.Person;
import org.poterne.house.Seen;
import org.poterne.house.Visitor;
import org.poterne.tenant.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Agora's door, and those who knock at it. */
record Door(House house) {

    static final TenantId AGORA = new TenantId("agora");
    static final String PASSWORD = "place du marché";
    static final String LAST_TRY = "Vous avez encore un essai avant le verrouillage de votre compte";
    static final String LOCKED = "Votre compte est verrouillé";

    List<Seen> wrong(String identifier, int times) {
        return wrong(identifier, times, "faux");
    }

    List<Seen> wrong(String identifier, int times, String stem) {
        return IntStream.range(0, times)
                .mapToObj(number ->
                        signIn(house.visitor().from("127.0.7." + (1 + number)), identifier, stem + " " + number))
                .toList();
    }

    Seen signIn(Person person, String password) {
        return signIn(house.visitor().from("127.0.7.99"), person.email(), password);
    }

    Seen signIn(Visitor visitor, String identifier, String password) {
        return visitor.submit(visitor.get("/agora/sign-in"), Map.of("identifier", identifier, "password", password));
    }

    void askForALetter(String email) {
        var visitor = house.visitor();
        visitor.submit(visitor.get("/agora/unlock/resend"), Map.of("email", email));
    }

    void reset(Person person, String password) {
        var visitor = house.visitor();
        visitor.submit(visitor.get("/agora/recovery"), Map.of("email", person.email()));
        var page = visitor.get(person.mailbox().next().link());
        assertThat(page.path()).isEqualTo("/agora/recovery/password");
        var door = visitor.submit(page, Map.of("password", password, "confirmation", password));
        assertThat(door.path()).isEqualTo("/agora/sign-in");
        person.mailbox().next(); // the notice
    }

    String cap(Person person) {
        return house.bean(Lanes.class)
                .cap(AGORA, Claim.of(house.account(person).id(), Optional.empty()))
                .subject();
    }

    int failuresInARow(Person person) {
        return house.bean(JdbcClient.class)
                .sql("select failures from lockout where subject = :cap")
                .param("cap", cap(person))
                .query(Integer.class)
                .single();
    }

    static int status(Future<Seen> answer) {
        try {
            return answer.get().status();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
