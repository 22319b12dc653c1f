package org.poterne.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.HttpCookie;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.poterne.account.AccountId;
import org.poterne.account.Accounts;
import org.poterne.account.EmailAddress;
import org.poterne.house.House;
import org.poterne.house.Person;
import org.poterne.house.Seen;
import org.poterne.house.Visitor;
import org.poterne.password.Passwords;
import org.poterne.password.RawPassword;
import org.poterne.tenant.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The door, for those who may pass and those who may not. */
class SignInFlowTests {

    private static final House HOUSE = House.open();
    private static final String PASSWORD = "sésame ouvre-toi";

    @Test
    void everyRefusalLooksTheSame() {
        var active = personWithPassword();
        var disabled = personWithPassword();
        var withoutPassword = HOUSE.person("gimic");
        HOUSE.bean(JdbcClient.class)
                .sql("update account set status = 'disabled' where email = ?")
                .param(disabled.email())
                .update();
        var from = new AtomicInteger(); // the fourth wrong guess of one address would be asked for more
        var refusals = Stream.of(
                        Map.of("identifier", active.email(), "password", "faux"),
                        Map.of("identifier", disabled.email(), "password", PASSWORD),
                        Map.of("identifier", withoutPassword.email(), "password", PASSWORD),
                        Map.of("identifier", "nobody.at.all@example.org", "password", PASSWORD))
                .map(typed -> {
                    var visitor = HOUSE.visitor().from("127.0.24." + from.incrementAndGet());
                    var seen = visitor.submit(visitor.get("/gimic/sign-in"), typed);
                    assertThat(seen.words()).contains("Email ou mot de passe incorrect.");
                    assertThat(seen.first("#identifier").attr("value")).isEqualTo(typed.get("identifier"));
                    return List.of(
                            seen.status(),
                            seen.response().headers().map().keySet().stream()
                                    .sorted()
                                    .toList(),
                            seen.body()
                                    .replace(typed.get("identifier"), "")
                                    .replaceAll("name=\"_csrf\" value=\"[^\"]*\"", ""));
                })
                .toList();
        assertThat(refusals).allMatch(refusals.getFirst()::equals);
    }

    @Test
    void theAddressIsTheSameInAnyCaseAndForm() {
        var camille = personWithPassword();
        for (var typed : List.of(camille.email().toUpperCase(java.util.Locale.ROOT), "  " + camille.email() + " ")) {
            var visitor = HOUSE.visitor().from("127.0.4.2");
            assertThat(signIn(visitor, typed, PASSWORD).path()).isEqualTo("/gimic/");
        }
        var visitor = HOUSE.visitor().from("127.0.4.2");
        assertThat(signIn(visitor, camille.email(), "se\u0301same ouvre-toi").path())
                .as("é typed as two code points")
                .isEqualTo("/gimic/");
        assertThat(signIn(HOUSE.visitor().from("127.0.4.2"), camille.email(), "SÉSAME OUVRE-TOI")
                        .status())
                .as("a password's case is its own")
                .isEqualTo(422);
    }

    @Test
    void fiftyParallelGuessesAreNotAllEvaluated() {
        var camille = personWithPassword();
        try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
            var guesses = IntStream.range(0, 50)
                    .mapToObj(number -> hands.submit(() -> {
                        var visitor = HOUSE.visitor().from("127.0.5." + (1 + number));
                        return signIn(visitor, camille.email(), "guess " + number)
                                .status();
                    }))
                    .toList();
            assertThat(guesses).as("all are answered alike").allMatch(guess -> get(guess) == 422 || get(guess) == 503);
        }
        var compared = HOUSE.bean(JdbcClient.class)
                .sql("select max(failures) from lockout where account_id = :account")
                .param("account", accountOf(camille).value())
                .query(Integer.class)
                .single();
        assertThat(compared).as("failures in a row, of fifty guesses").isLessThanOrEqualTo(5);
        assertThat(signIn(HOUSE.visitor().from("127.0.5.60"), camille.email(), PASSWORD)
                        .status())
                .as("locked, and the right password is not even compared")
                .isEqualTo(422);
    }

    @Test
    void aRightPasswordIsNeverCountedAsAGuess() {
        var camille = personWithPassword();
        for (var time = 0; time < 12; time++) {
            assertThat(signIn(HOUSE.visitor().from("127.0.4.3"), camille.email(), PASSWORD)
                            .path())
                    .isEqualTo("/gimic/");
        }
    }

    @Test
    void sprayingOnePasswordFromOneAddressIsHeldBack() {
        var seen = IntStream.range(0, 21)
                .mapToObj(number ->
                        signIn(HOUSE.visitor().from("127.0.4.4"), "nobody." + number + "@example.org", "Azerty123"))
                .toList();
        assertThat(seen.getLast().status()).isEqualTo(429);
        assertThat(seen.getLast().words()).contains("oublié votre mot de passe");
        assertThat(seen.getFirst().status()).isEqualTo(422);
    }

    @Test
    void aForwardedAddressOfAnUntrustedPeerCountsForNothing() {
        var statuses = IntStream.range(0, 21)
                .mapToObj(number -> {
                    var visitor = HOUSE.visitor().from("127.0.4.5").saying("X-Forwarded-For", "203.0.113." + number);
                    return signIn(visitor, "nobody." + number + "@example.org", "Azerty123")
                            .status();
                })
                .toList();
        assertThat(statuses).endsWith(429);
    }

    @Test
    void aSessionOfOneTenantIsWorthNothingAtAnother() {
        var camille = personWithPassword();
        var visitor = HOUSE.visitor().from("127.0.4.6");
        signIn(visitor, camille.email(), PASSWORD);
        var cookies = visitor.cookies().getCookieStore();
        var session = cookies.getCookies().stream()
                .filter(cookie -> cookie.getName().equals("session-gimic"))
                .findFirst()
                .orElseThrow();
        var planted = new java.net.HttpCookie("session-voisine", session.getValue());
        planted.setPath("/");
        cookies.add(HOUSE.address(), planted);
        assertThat(visitor.get("/voisine/").path()).isEqualTo("/voisine/sign-in");
        assertThat(visitor.get("/gimic/").path()).isEqualTo("/gimic/");
    }

    @Test
    void signingInGivesANewSessionAndEndsTheEarlierOneOfThisBrowser() {
        var camille = personWithPassword();
        var visitor = HOUSE.visitor().from("127.0.4.7");
        signIn(visitor, camille.email(), PASSWORD);
        var first = session(visitor);
        signIn(visitor, camille.email(), PASSWORD);
        assertThat(session(visitor).getValue()).isNotEqualTo(first.getValue());
        var replay = HOUSE.visitor();
        replay.cookies().getCookieStore().add(HOUSE.address(), first);
        assertThat(replay.get("/gimic/").path()).isEqualTo("/gimic/sign-in");
    }

    @Test
    void afterSigningOutTheOldCookieOpensNothing() {
        var camille = personWithPassword();
        var visitor = HOUSE.visitor().from("127.0.4.8");
        var home = signIn(visitor, camille.email(), PASSWORD);
        var old = session(visitor);
        visitor.post(
                "/gimic/sign-out",
                Map.of("_csrf", home.first("input[name=_csrf]").attr("value")));
        var replay = HOUSE.visitor();
        replay.cookies().getCookieStore().add(HOUSE.address(), old);
        assertThat(replay.get("/gimic/").path()).isEqualTo("/gimic/sign-in");
    }

    private static HttpCookie session(Visitor visitor) {
        return visitor.cookies().getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("session-gimic"))
                .findFirst()
                .orElseThrow();
    }

    private static Seen signIn(Visitor visitor, String identifier, String password) {
        return visitor.submit(visitor.get("/gimic/sign-in"), Map.of("identifier", identifier, "password", password));
    }

    private static Person personWithPassword() {
        var person = HOUSE.person("gimic");
        var passwords = HOUSE.bean(Passwords.class);
        passwords.replace(new TenantId("gimic"), accountOf(person), passwords.hash(new RawPassword(PASSWORD)));
        return person;
    }

    private static AccountId accountOf(Person person) {
        return HOUSE.bean(Accounts.class)
                .findByEmail(
                        new TenantId("gimic"),
                        EmailAddress.parse(person.email()).orElseThrow())
                .orElseThrow()
                .id();
    }

    private static int get(Future<Integer> future) {
        try {
            return future.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void sixtySignInsAcrossAResetLeaveNoSessionOfTheOldPassword() {
        var camille = personWithPassword();
        var visitors = IntStream.range(0, 60)
                .mapToObj(number -> HOUSE.visitor().from("127.0.6." + (1 + number)))
                .toList();
        var doors =
                visitors.stream().map(visitor -> visitor.get("/gimic/sign-in")).toList();
        try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
            var signIns = IntStream.range(0, 60)
                    .mapToObj(number -> hands.submit(() -> visitors.get(number)
                            .submit(doors.get(number), Map.of("identifier", camille.email(), "password", PASSWORD))
                            .status()))
                    .toList();
            var passwords = HOUSE.bean(Passwords.class);
            passwords.replace(new TenantId("gimic"), accountOf(camille), passwords.hash(new RawPassword("tout neuf")));
            assertThat(signIns).allMatch(signIn -> get(signIn) < 500);
        }
        assertThat(visitors).allMatch(visitor -> visitor.get("/gimic/").path().equals("/gimic/sign-in"));
    }

    @Test
    void aResetOpensTheDoorThatGuessesHadShut() {
        var camille = personWithPassword();
        for (var guess = 0; guess < 6; guess++) {
            signIn(HOUSE.visitor().from("127.0.4.10"), camille.email(), "guess " + guess);
        }
        assertThat(signIn(HOUSE.visitor().from("127.0.4.11"), camille.email(), PASSWORD)
                        .status())
                .isEqualTo(422);

        var passwords = HOUSE.bean(Passwords.class);
        passwords.replace(new TenantId("gimic"), accountOf(camille), passwords.hash(new RawPassword("tout neuf")));

        assertThat(signIn(HOUSE.visitor().from("127.0.4.11"), camille.email(), "tout neuf")
                        .path())
                .isEqualTo("/gimic/");
    }

    @Test
    void thirtyParallelGoodSignInsFromOneAddressAreAllLetIn() {
        var camille = personWithPassword();
        try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
            var signIns = IntStream.range(0, 30)
                    .mapToObj(_ ->
                            hands.submit(() -> signIn(HOUSE.visitor().from("127.0.4.12"), camille.email(), PASSWORD)
                                    .status()))
                    .toList();
            assertThat(signIns).allMatch(signIn -> get(signIn) == 200);
        }
    }
}
