package org.poterne.authenticator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.poterne.account.AccountId;
import org.poterne.house.House;
import org.poterne.house.MovableClock;
import org.poterne.house.Person;
import org.poterne.house.PushStation;
import org.poterne.house.Subscriber;
import org.poterne.push.Pushes;
import org.poterne.tenant.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A phone is woken once what it will ask for is there, and told the request's name alone. */
class WakeTests {

    private static final PushStation STATION = PushStation.open();
    private static final House HOUSE =
            House.build().with("poterne.push.services", STATION.address()).start();
    private static final TenantId POCHE = new TenantId("poche");
    private static final String PASSWORD = "une phrase assez longue";

    @AfterAll
    static void close() {
        HOUSE.close();
        STATION.close();
    }

    @Test
    void everyPhoneOfTheAccountIsWokenOnceTheTransactionIsCommitted() {
        var camille = HOUSE.withFreshBudgets().person("poche", PASSWORD);
        var first = subscribed(Phone.enrol(HOUSE, camille, PASSWORD));
        var second = subscribed(Phone.enrol(HOUSE, camille, PASSWORD));
        var stranger = subscribed(Phone.enrol(HOUSE, HOUSE.withFreshBudgets().person("poche", PASSWORD), PASSWORD));
        var request = UUID.randomUUID();
        HOUSE.bean(TransactionTemplate.class).executeWithoutResult(_ -> {
            wake(camille, request);
            assertThat(STATION.pushed(first)).isEmpty();
        });
        eventually(() -> assertThat(STATION.pushed(first))
                .singleElement()
                .satisfies(pushed -> assertThat(pushed.text()).isEqualTo(request.toString())));
        eventually(() -> assertThat(STATION.pushed(second)).hasSize(1));
        assertThat(STATION.pushed(stranger)).isEmpty();
    }

    @Test
    void whatIsRolledBackWakesNobody() {
        var camille = HOUSE.withFreshBudgets().person("poche", PASSWORD);
        var browser = subscribed(Phone.enrol(HOUSE, camille, PASSWORD));
        HOUSE.bean(TransactionTemplate.class).executeWithoutResult(transaction -> {
            wake(camille, UUID.randomUUID());
            transaction.setRollbackOnly();
        });
        wake(camille, UUID.randomUUID());
        eventually(() -> assertThat(STATION.pushed(browser)).hasSize(1));
    }

    @Test
    void aSubscriptionThatItsServiceHasForgottenIsForgotten() {
        var camille = HOUSE.withFreshBudgets().person("poche", PASSWORD);
        var phone = Phone.enrol(HOUSE, camille, PASSWORD);
        STATION.forget(subscribed(phone));
        assertThat(isSubscribed(phone)).isTrue();
        wake(camille, UUID.randomUUID());
        eventually(() -> assertThat(isSubscribed(phone)).isFalse());
    }

    @Test
    void aPhoneLetsItselfBeWokenNoMoreAndARevokedOneIsNot() {
        var camille = HOUSE.withFreshBudgets().person("poche", PASSWORD);
        var phone = Phone.enrol(HOUSE, camille, PASSWORD);
        subscribed(phone);
        assertThat(phone.call("subscription/delete", Map.of()).path("outcome").stringValue())
                .isEqualTo("dropped");
        assertThat(isSubscribed(phone)).isFalse();
        subscribed(phone);
        HOUSE.bean(Authenticators.class).revoke(POCHE, account(camille), phone.id());
        assertThat(kept(phone)).isZero();
    }

    @Test
    void whereAPhoneIsWokenIsSealed() {
        var camille = HOUSE.withFreshBudgets().person("poche", PASSWORD);
        var phone = Phone.enrol(HOUSE, camille, PASSWORD);
        var browser = subscribed(phone);
        var row = HOUSE.bean(JdbcClient.class)
                .sql("select subscription from authenticator where id = :id")
                .param("id", phone.id())
                .query(byte[].class)
                .single();
        assertThat(new String(row, StandardCharsets.ISO_8859_1))
                .doesNotContain(browser.endpoint(), browser.auth(), "localhost");
    }

    private static Subscriber subscribed(Phone phone) {
        var browser = STATION.subscribe(HOUSE.bean(Pushes.class).publicKey());
        var told = phone.call(
                "subscription",
                Map.of("endpoint", browser.endpoint(), "p256dh", browser.p256dh(), "auth", browser.auth()));
        assertThat(told.path("outcome").stringValue()).isEqualTo("kept");
        return browser;
    }

    private static void wake(Person person, UUID request) {
        var until = HOUSE.bean(MovableClock.class).instant().plus(Duration.ofMinutes(2));
        HOUSE.bean(Authenticators.class).wake(POCHE, account(person), request, until);
    }

    private static AccountId account(Person person) {
        return HOUSE.account(person).id();
    }

    private static boolean isSubscribed(Phone phone) {
        return phone.call("state", Map.of()).path("subscribed").booleanValue();
    }

    private static int kept(Phone phone) {
        return HOUSE.bean(JdbcClient.class)
                .sql("select count(*) from authenticator where id = :id and subscription is not null")
                .param("id", phone.id())
                .query(Integer.class)
                .single();
    }

    private static void eventually(Runnable check) {
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(check::run);
    }
}
