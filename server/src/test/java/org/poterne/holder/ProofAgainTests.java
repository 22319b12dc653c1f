package org.poterne.holder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.poterne.house.House;
import org.poterne.membership.Hotel;
import org.poterne.membership.Hotel.Employee;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What matters is done by whoever showed the password in the last five minutes; nothing that was sent is lost. */
class ProofAgainTests {

    private static final House HOUSE = House.open();

    private final Hotel hotel = Hotel.in(HOUSE);
    private final Employee manager = hotel.administrator().signIn();
    private final Employee waiter = hotel.employee("reservations");
    private final Map<String, String> rights = Map.of("right-reviews", "yes", "right-rates", "yes");

    @Test
    void afterFiveMinutesThePasswordIsAskedAndWhatWasSentIsDoneAsItStood() {
        minutesPass(6);
        var asked = manager.post(manage(), rights);
        assertThat(asked.status()).isEqualTo(422);
        assertThat(asked.heading()).isEqualTo("Confirmez que c’est bien vous");
        assertThat(held()).isEqualTo("reservations");

        var before = session();
        var done = manager.visitor().submit(asked, Map.of("current", Hotel.PASSWORD));
        assertThat(done.words()).contains("Les droits sont enregistrés.");
        assertThat(held()).isEqualTo("rates,reviews");
        assertThat(session())
                .as("its identifier is one that nobody has seen (ASVS 7.2.4)")
                .isNotEqualTo(before);
        assertThat(manager.post(manage(), Map.of("right-reviews", "yes")).words())
                .as("fresh again")
                .contains("Les droits sont enregistrés.");
    }

    @Test
    void aWrongPasswordDoesNothingAndIsCountedWithThoseAtTheDoor() {
        minutesPass(6);
        var page = manager.post(manage(), rights);
        for (var guess = 0; guess < 4; guess++) {
            page = manager.visitor().submit(page, Map.of("current", "faux " + guess));
            assertThat(page.status()).isEqualTo(422);
            assertThat(page.words()).contains("Ce n’est pas votre mot de passe actuel");
        }
        page = manager.visitor().submit(page, Map.of("current", "faux encore"));
        page = manager.visitor().submit(page, Map.of("current", Hotel.PASSWORD));
        assertThat(page.words()).contains("plus aucun n’est vérifié");
        assertThat(held()).isEqualTo("reservations");
    }

    @Test
    void withinFiveMinutesNothingIsAsked() {
        minutesPass(4);
        assertThat(manager.post(manage(), rights).words()).contains("Les droits sont enregistrés.");
    }

    @Test
    void aPasswordSentAlongOpensNothingForSomebodyElse() {
        minutesPass(6);
        waiter.signIn();
        var fields = new LinkedHashMap<>(rights);
        fields.put("current", Hotel.PASSWORD);
        assertThat(waiter.post(manage(), fields).status()).isEqualTo(404);
        assertThat(held()).isEqualTo("reservations");
    }

    private void minutesPass(int minutes) {
        HOUSE.bean(JdbcClient.class)
                .sql("update session set opened_at = :then where account_id = :account")
                .param(
                        "then",
                        HOUSE.bean(Clock.class)
                                .instant()
                                .minus(Duration.ofMinutes(minutes))
                                .atOffset(ZoneOffset.UTC))
                .param("account", manager.id().value())
                .update();
    }

    private String manage() {
        return "/users/" + hotel.number() + "/manage/" + waiter.id();
    }

    private String held() {
        return String.join(
                ",",
                hotel.rightsOf(waiter).orElseThrow().names().stream().sorted().toList());
    }

    private String session() {
        return manager.visitor().cookies().getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("session-extranet"))
                .findFirst()
                .orElseThrow()
                .getValue();
    }
}
