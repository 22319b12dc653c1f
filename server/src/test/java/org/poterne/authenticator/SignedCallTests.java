package org.poterne.authenticator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.poterne.account.AccountId;
import org.poterne.authenticator.Phone.Call;
import org.poterne.house.Hands;
import org.poterne.house.House;
import org.poterne.house.MovableClock;
import org.poterne.house.Person;
import org.poterne.tenant.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.JsonNodeFactory;

/** Attack 18: a stolen endpoint without the device's key, a forged signature, a replayed call. */
class SignedCallTests {

    private static final House HOUSE = House.open();
    private static final String PASSWORD = "une phrase assez longue";
    private static final Person CAMILLE = HOUSE.withFreshBudgets().person("poche", PASSWORD);
    private static final Phone PHONE = Phone.enrol(HOUSE, CAMILLE, PASSWORD);

    @Test
    void whatThePhoneSignedIsHeardOnceAtWhicheverNode() {
        try (var second = HOUSE.secondNode()) {
            var call = state();
            assertThat(outcome(call)).isEqualTo("live");
            assertThat(outcome(call)).isEqualTo("refused");
            assertThat(outcome(call.at(second))).isEqualTo("refused");

            var wanted = state();
            var heard = Hands.allAtOnce(IntStream.range(0, 40)
                    .<Callable<String>>mapToObj(hand -> () -> outcome(wanted.at(hand % 2 == 0 ? HOUSE : second)))
                    .toList());
            assertThat(heard).containsOnlyOnce("live").containsOnly("live", "refused");
        }
    }

    @Test
    void withoutItsKeyNothingIsHeard() {
        var thief = Phone.bare(HOUSE, "poche");
        var stolen = thief.signed("state", Map.of())
                .with("Poterne-Device", PHONE.id().toString());
        assertThat(outcome(stolen)).isEqualTo("refused");
        for (var header : List.of("Poterne-Device", "Poterne-At", "Poterne-Nonce", "Poterne-Signature")) {
            assertThat(outcome(state().without(header))).as(header).isEqualTo("refused");
        }
        assertThat(outcome(state().with("Poterne-Signature", "A".repeat(86)))).isEqualTo("refused");
        assertThat(outcome(state().with("Poterne-Signature", "%%%"))).isEqualTo("refused");
    }

    @Test
    void whatIsChangedOnTheWayIsNotHeard() {
        assertThat(outcome(state().saying("{\"a\":1}"))).isEqualTo("refused");
        assertThat(outcome(state().with("Poterne-Nonce", "A".repeat(22)))).isEqualTo("refused");
        assertThat(outcome(state().with("Poterne-At", String.valueOf(now() + 1))))
                .isEqualTo("refused");
        assertThat(outcome(state().to("/poche/authenticator/api/leave"))).isEqualTo("refused");
        assertThat(outcome(state().to("/poche/authenticator/api/state?a=b"))).isEqualTo("refused");
        assertThat(outcome(PHONE.signedAs("poche", "GET", "/authenticator/api/state", "{}", now(), "A".repeat(22))))
                .isEqualTo("refused");
        assertThat(outcome(state())).isEqualTo("live");
    }

    @Test
    void whatIsOldOrOfTheFutureIsNotHeard() {
        for (var apart : List.of(-121_000L, 121_000L)) {
            var call = PHONE.signed("state", "{}", now() + apart);
            var answer = call.send();
            assertThat(answer.status()).isEqualTo(401);
            var told = Phone.read(answer);
            assertThat(told.path("outcome").stringValue()).isEqualTo("refused");
            assertThat(told.path("now").longValue())
                    .as("so that it may set its clock")
                    .isCloseTo(now(), within());
        }
        assertThat(outcome(PHONE.signed("state", "{}", now() - 110_000))).isEqualTo("live");
    }

    @Test
    void anotherTenantHearsNothingOfIt() {
        assertThat(outcome(state().to("/veste/authenticator/api/state"))).isEqualTo("refused");
        var forThem = PHONE.signedAs("veste", "POST", "/authenticator/api/state", "{}", now(), "B".repeat(22));
        assertThat(outcome(forThem)).isEqualTo("refused");
        assertThat(outcome(forThem.to("/veste/authenticator/api/state"))).isEqualTo("refused");
    }

    @Test
    void oneDeviceDoesNotSpeakForAnother() {
        var other = Phone.enrol(HOUSE, HOUSE.withFreshBudgets().person("poche", PASSWORD), PASSWORD);
        assertThat(outcome(other.signed("state", Map.of())
                        .with("Poterne-Device", PHONE.id().toString())))
                .isEqualTo("refused");
    }

    @Test
    void aRevokedDeviceIsNobodyAndMayKnowIt() {
        var person = HOUSE.withFreshBudgets().person("poche", PASSWORD);
        var phone = Phone.enrol(HOUSE, person, PASSWORD);
        var tenant = new TenantId("poche");
        var account = HOUSE.account(person).id();
        var authenticators = HOUSE.bean(Authenticators.class);
        assertThat(authenticators.revoke(tenant, new AccountId(UUID.randomUUID()), phone.id()))
                .isFalse();
        assertThat(authenticators.revoke(tenant, account, phone.id())).isTrue();
        assertThat(authenticators.revoke(tenant, account, phone.id())).isFalse();
        assertThat(authenticators.has(tenant, account)).isFalse();
        assertThat(outcome(phone.signed("state", Map.of()))).isEqualTo("revoked");
        assertThat(outcome(phone.signed("state", Map.of()).with("Poterne-Signature", "A".repeat(86))))
                .as("told to nobody else")
                .isEqualTo("refused");
    }

    @Test
    void aClosedAccountHasNoPhone() {
        var person = HOUSE.withFreshBudgets().person("poche", PASSWORD);
        var phone = Phone.enrol(HOUSE, person, PASSWORD);
        HOUSE.bean(JdbcClient.class)
                .sql("update account set status = 'disabled' where id = :id")
                .param("id", HOUSE.account(person).id().value())
                .update();
        assertThat(outcome(phone.signed("state", Map.of()))).isEqualTo("refused");
    }

    @Test
    void onlySmallJsonIsRead() {
        assertThat(state().with("Content-Type", "text/plain").send().status()).isEqualTo(415);
        assertThat(state().with("Content-Type", "application/x-www-form-urlencoded")
                        .send()
                        .status())
                .isEqualTo(415);
        assertThat(state().without("Content-Type").send().status()).isEqualTo(415);
        assertThat(PHONE.signed("state", "{\"a\":\"" + "x".repeat(16_400) + "\"}", now())
                        .send()
                        .status())
                .isEqualTo(413);
        for (var body : List.of("", "[]", "\"text\"", "{", "{\"a\":1,\"a\":2}", "{} {}", "[".repeat(1000))) {
            assertThat(outcome(PHONE.signed("state", body, now()))).as(body).isEqualTo("refused");
        }
    }

    @Test
    void onlySignedCallsGoWithoutAFormToken() {
        var visitor = Phone.signedIn(HOUSE, CAMILLE, PASSWORD);
        for (var path : List.of(
                "/poche/account/authenticators/add",
                "/poche/account/authenticators/revoke",
                "/poche/sign-out",
                "/poche/authenticator",
                "/poche/authenticators/api/state",
                "/authenticator/api/state")) {
            var forged = HttpRequest.newBuilder(URI.create(HOUSE.address() + path))
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString("{}"));
            assertThat(visitor.send(forged).status()).as(path).isEqualTo(403);
        }
        assertThat(visitor.get("/poche/account").path()).isEqualTo("/poche/account");
    }

    @Test
    void aSessionIsNoSignature() {
        var visitor = Phone.signedIn(HOUSE, CAMILLE, PASSWORD);
        var call = state().without("Poterne-Signature");
        assertThat(Phone.read(call.send(visitor)).path("outcome").stringValue()).isEqualTo("refused");
        assertThat(state().send().response().headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void whatThePinUnlocksIsGoodForItsTextAndPhoneAlone() {
        var verification = HOUSE.bean(UserVerification.class);
        var tenant = new TenantId("poche");
        var device = HOUSE.bean(Authenticators.class)
                .of(tenant, HOUSE.account(CAMILLE).id())
                .getFirst();
        var text = "approve\n1\nrecovery\n41";
        var json = JsonNodeFactory.instance;
        assertThat(verification.holds(tenant, device, text, json.stringNode(PHONE.proof(text))))
                .isTrue();
        assertThat(verification.holds(tenant, device, text, json.stringNode(PHONE.proof("approve\n1\nsign-in\n41"))))
                .isFalse();
        assertThat(verification.holds(tenant, device, text, json.stringNode(PHONE.deviceSignature(text))))
                .isFalse();
        assertThat(verification.holds(tenant, device, text, json.stringNode("")))
                .isFalse();
        assertThat(verification.holds(tenant, device, text, json.objectNode())).isFalse();
        assertThat(verification.holds(new TenantId("veste"), device, text, json.stringNode(PHONE.proof(text))))
                .isFalse();
    }

    @Test
    void anEndpointThatIsNoPushServicesIsRefused() {
        for (var endpoint :
                List.of("https://169.254.169.254/", "http://localhost/", "https://push.example.org/x", "")) {
            var told = PHONE.call("subscription", Map.of("endpoint", endpoint, "p256dh", "", "auth", ""));
            assertThat(told.path("outcome").stringValue()).as(endpoint).isEqualTo("refused");
        }
    }

    @Test
    void aCallThatWasHeardIsForgottenOnceItIsTooOldAnyway() {
        try (var house = House.build().start()) {
            var phone = Phone.enrol(house, house.person("poche", PASSWORD), PASSWORD);
            var call = phone.signed("state", Map.of());
            assertThat(outcome(call)).isEqualTo("live");
            house.bean(MovableClock.class).forward(Duration.ofMinutes(62));
            house.bean(Nonces.class).forgetStale();
            assertThat(outcome(call)).isEqualTo("refused");
            assertThat(house.bean(JdbcClient.class)
                            .sql("select count(*) from authenticator_nonce")
                            .query(Integer.class)
                            .single())
                    .isZero();
        }
    }

    private static Call state() {
        return PHONE.signed("state", Map.of());
    }

    private static String outcome(Call call) {
        return Phone.read(call.send()).path("outcome").stringValue();
    }

    private static long now() {
        return HOUSE.bean(MovableClock.class).millis();
    }

    private static Offset<Long> within() {
        return Offset.offset(10_000L);
    }
}
