package org.poterne.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.poterne.house.House;
import org.poterne.tenant.TenantId;

class AccountsTests {

    private static final TenantId TENANT = new TenantId("gimic");
    private static final House HOUSE = House.open();
    private static final Accounts ACCOUNTS = HOUSE.bean(Accounts.class);

    @Test
    void aSignUpIsNotConfirmedUntilItsOwnerIs() {
        var id = added(signUp("lou@inscription.example", "lou.un"));
        var lou = ACCOUNTS.find(TENANT, id).orElseThrow();
        assertThat(lou.isConfirmed()).isFalse();

        assertThat(ACCOUNTS.confirm(TENANT, id, email("autre@inscription.example")))
                .as("by a letter to another address")
                .isFalse();
        assertThat(ACCOUNTS.confirm(TENANT, id, lou.email())).isTrue();
        assertThat(ACCOUNTS.confirm(TENANT, id, lou.email())).as("twice").isFalse();
        assertThat(ACCOUNTS.findByUsername(TENANT, name("LOU.UN")).orElseThrow().isConfirmed())
                .isTrue();
    }

    @Test
    void aSecondSignUpReplacesThePendingOneAndNeverAConfirmedOne() {
        var first = added(signUp("max@inscription.example", "max.un"));
        var second = added(signUp("Max@Inscription.example", "max.un"));
        assertThat(ACCOUNTS.find(TENANT, first)).isEmpty();

        ACCOUNTS.confirm(TENANT, second, email("max@inscription.example"));
        assertThat(signUp("max@inscription.example", "max.deux")).isEqualTo(new Enrolment.EmailTaken(second));
    }

    @Test
    void aNameIsGivenOnceAndItsLookAlikesNever() {
        added(signUp("ada@inscription.example", "adeline1"));
        for (var name : List.of("adeline1", "ADELINE1", "adelinel", "adélıne1")) {
            assertThat(signUp("bob@inscription.example", name)).as(name).isEqualTo(new Enrolment.UsernameTaken());
        }
    }

    @Test
    void ofTwentyWhoAskForOneAddressAtOnceOneAccountIsMade() {
        try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
            var outcomes = IntStream.range(0, 20)
                    .mapToObj(number -> hands.submit(() -> signUp("race@inscription.example", "race" + number)))
                    .toList();
            assertThat(outcomes.stream().map(AccountsTests::result)).hasOnlyElementsOfType(Enrolment.Added.class);
        }
        assertThat(ACCOUNTS.findByEmail(TENANT, email("race@inscription.example")))
                .isPresent();
    }

    @Test
    void ofTwentyWhoAskForOneNameAtOnceOneGetsIt() {
        try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
            var outcomes = IntStream.range(0, 20)
                    .mapToObj(number ->
                            hands.submit(() -> signUp("nom" + number + "@inscription.example", "le-seul-nom")))
                    .toList();
            assertThat(outcomes.stream().map(AccountsTests::result).filter(Enrolment.Added.class::isInstance))
                    .hasSize(1);
        }
    }

    @Test
    void whatNobodyConfirmedIsForgottenAndTheRestIsKept() {
        var pending = added(signUp("oubli@inscription.example", "oubli"));
        var kept = added(signUp("garde@inscription.example", "garde"));
        ACCOUNTS.confirm(TENANT, kept, email("garde@inscription.example"));

        ACCOUNTS.forgetUnconfirmed(TENANT, HOUSE.bean(Clock.class).instant().plusSeconds(60));

        assertThat(ACCOUNTS.find(TENANT, pending)).isEmpty();
        assertThat(ACCOUNTS.find(TENANT, kept)).isPresent();
    }

    private static Enrolment signUp(String email, String username) {
        return ACCOUNTS.signUp(
                TENANT, new NewAccount(email(email), Optional.of(name(username)), "", "Quelqu’un"), Locale.FRENCH);
    }

    private static Enrolment result(Future<Enrolment> outcome) {
        try {
            return outcome.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static AccountId added(Enrolment outcome) {
        assertThat(outcome).isInstanceOf(Enrolment.Added.class);
        return ((Enrolment.Added) outcome).account();
    }

    private static EmailAddress email(String text) {
        return EmailAddress.parse(text).orElseThrow();
    }

    private static Username name(String text) {
        return Username.parse(text).orElseThrow();
    }
}
