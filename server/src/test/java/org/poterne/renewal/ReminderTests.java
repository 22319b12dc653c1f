package org.poterne.renewal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.poterne.renewal.ExpiringHouse.ANNEE;
import static org.poterne.renewal.ExpiringHouse.PASSWORD;

import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.poterne.account.OwnAccount;
import org.poterne.courier.LetterOrder;
import org.poterne.house.Hands;
import org.poterne.house.House;
import org.poterne.house.MovableClock;
import org.poterne.house.Person;
import org.poterne.password.Passwords;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Letters before a password expires: at 76, 83 and 89 days, once each. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReminderTests {

    private static final Duration DAY = Duration.ofDays(1);

    private final ExpiringHouse expiring = ExpiringHouse.open();
    private final House house = expiring.house();

    /** A second node has nothing more than the first. */
    @Configuration(proxyBeanMethods = false)
    static class NothingMore {}

    @AfterAll
    void stop() {
        expiring.close();
    }

    @Test
    void lettersGoFourteenSevenAndOneDaysBeforeAndNoOthers() {
        var camille = expiring.person();
        expiring.forward(DAY.multipliedBy(76).minus(Duration.ofHours(1)));
        expiring.round();
        camille.mailbox().isEmpty();
        for (var stage : List.of("dans 14 jours", "dans 7 jours", "demain")) {
            expiring.forward(
                    switch (stage) {
                        case "dans 14 jours" -> Duration.ofHours(1);
                        case "dans 7 jours" -> DAY.multipliedBy(7);
                        default -> DAY.multipliedBy(6);
                    });
            expiring.round();
            expiring.round();
            assertThat(camille.mailbox().next().subject()).isEqualTo("Votre mot de passe Année expire " + stage);
            camille.mailbox().isEmpty();
        }
        for (var day = 90; day <= 91; day++) {
            expiring.forward(DAY);
            expiring.round();
            camille.mailbox().isEmpty();
        }
    }

    @Test
    void theLetterSaysWhenHowAndWhatComesAfter() {
        var camille = expiring.person();
        var expiry = house.bean(Passwords.class)
                .expiry(ANNEE, house.account(camille).id())
                .orElseThrow();
        expiring.forward(DAY.multipliedBy(76));
        expiring.round();
        var letter = camille.mailbox().next();
        var there = expiry.atZone(ZoneId.of("Asia/Kolkata"));
        assertThat(letter.text())
                .contains("Bonjour " + house.account(camille).fullName())
                .contains(DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.FRENCH)
                        .format(there))
                .contains(DateTimeFormatter.ofPattern("HH:mm").format(there))
                .contains("heure : Calcutta")
                .contains("Créez-en un nouveau\u00a0:", house.address() + "/annee/recovery")
                .contains("ne servira plus qu’à en choisir")
                .doesNotContain(PASSWORD);
        assertThat(letter.link()).hasToString(house.address() + "/annee/account/password");
        camille.mailbox().isEmpty();
    }

    @Test
    void aServerThatWasDownSendsTheNearestLetterAlone() {
        var camille = expiring.person();
        expiring.forward(DAY.multipliedBy(85));
        expiring.round();
        assertThat(camille.mailbox().next().subject()).isEqualTo("Votre mot de passe Année expire dans 5 jours");
        camille.mailbox().isEmpty();
        expiring.forward(DAY.multipliedBy(4));
        expiring.round();
        assertThat(camille.mailbox().next().subject()).endsWith("demain");
        camille.mailbox().isEmpty();
    }

    @Test
    void ofManyRoundsAtOnceOnTwoNodesOneLetterComes() {
        try (var other = house.secondNode(NothingMore.class, Map.of("poterne.tenants", expiring.tenants()))) {
            var people = Stream.generate(expiring::person).limit(3).toList();
            expiring.forward(DAY.multipliedBy(76));
            Callable<Boolean> here = () -> isRun(house);
            Callable<Boolean> there = () -> isRun(other);
            assertThat(Hands.allAtOnce(
                            Stream.concat(Collections.nCopies(8, here).stream(), Collections.nCopies(8, there).stream())
                                    .toList()))
                    .containsOnly(true);
            for (var person : people) {
                assertThat(person.mailbox().next().subject()).endsWith("dans 14 jours");
            }
            people.getLast().mailbox().isEmpty();
            people.getFirst().mailbox().isEmpty();
        }
    }

    private static boolean isRun(House node) {
        node.bean(ReminderRound.class).run();
        return true;
    }

    @Test
    void eachIsWrittenToInTheirOwnLanguageAndTheClosedAndUnconfirmedAreNot() {
        var sam = expiring.person();
        house.bean(OwnAccount.class).speak(ANNEE, house.account(sam).id(), Locale.ENGLISH);
        var closed = expiring.person();
        set(closed, "status = 'disabled'");
        var unconfirmed = expiring.person();
        set(unconfirmed, "confirmed_at = null");
        expiring.forward(DAY.multipliedBy(89));
        expiring.round();
        assertThat(sam.mailbox().next().subject()).isEqualTo("Your Année password expires tomorrow");
        closed.mailbox().isEmpty();
        unconfirmed.mailbox().isEmpty();
    }

    @Test
    void whoeverHasRenewedInTimeIsNotWrittenToAndTheDaysBeginAnew() {
        var camille = expiring.person();
        expiring.forward(DAY.multipliedBy(70));
        expiring.replace(camille, ExpiringHouse.FRESH);
        expiring.forward(DAY.multipliedBy(10));
        expiring.round();
        camille.mailbox().isEmpty();
        expiring.forward(DAY.multipliedBy(66));
        expiring.round();
        assertThat(camille.mailbox().next().subject()).endsWith("dans 14 jours");
        camille.mailbox().isEmpty();
    }

    @Test
    void aLetterThatIsStillOwedWhenThePasswordIsReplacedIsNotWritten() {
        var camille = expiring.person();
        var letters = house.bean(ReminderLetter.class);
        expiring.forward(DAY.multipliedBy(80));
        assertThat(letters.write(order(camille))).isPresent();
        expiring.replace(camille, ExpiringHouse.FRESH);
        assertThat(letters.write(order(camille))).isEmpty();
        expiring.forward(DAY.multipliedBy(90));
        assertThat(letters.write(order(camille))).as("after the end").isEmpty();
    }

    @Test
    void nothingIsKeptOfAPasswordThatIsReplaced() {
        var camille = expiring.person();
        expiring.forward(DAY.multipliedBy(76));
        expiring.round();
        camille.mailbox().next();
        assertThat(noted(camille)).isEqualTo(1);
        expiring.replace(camille, ExpiringHouse.FRESH);
        assertThat(noted(camille)).isZero();
    }

    private int noted(Person person) {
        return house.bean(JdbcClient.class)
                .sql("select count(*) from renewal_reminder where account_id = :account")
                .param("account", house.account(person).id().value())
                .query(Integer.class)
                .single();
    }

    private LetterOrder order(Person person) {
        var now = house.bean(MovableClock.class).instant();
        return new LetterOrder(
                ANNEE, ReminderLetter.KIND, house.account(person).id().value(), Locale.FRENCH, now, now.plus(DAY));
    }

    private void set(Person person, String column) {
        house.bean(JdbcClient.class)
                .sql("update account set " + column + " where id = :account")
                .param("account", house.account(person).id().value())
                .update();
    }
}
