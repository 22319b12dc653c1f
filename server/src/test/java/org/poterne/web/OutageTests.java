package org.poterne.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.poterne.house.Cable;
import org.poterne.house.House;
import org.poterne.house.Seen;
import org.poterne.house.Visitor;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The database is away: what is said at every address of the house, known from its routes, and how it comes back. */
class OutageTests {

    private static final String NUMBER = "00000000-0000-4000-8000-000000000000";
    private static final List<String> TENANTS = List.of("gimic", "agora", "extranet", "jasmin");

    private static final Cable CABLE = Cable.toDatabase();
    private static final House HOUSE = House.build()
            .through(CABLE)
            .with("spring.datasource.hikari.connection-timeout", 250)
            .with("spring.datasource.hikari.validation-timeout", 250)
            .with("spring.datasource.hikari.data-source-properties.socketTimeout", 2)
            .start();

    record Knock(String method, String path) {

        /** All but the rooms that other tests have built for themselves. */
        private static Stream<Knock> at(String tenant) {
            return HOUSE.beans(RequestMappingHandlerMapping.class).stream()
                    .flatMap(all -> all.getHandlerMethods().keySet().stream())
                    .flatMap(route -> route.getPatternValues().stream()
                            .filter(pattern -> pattern.startsWith("/{tenant}") && !pattern.contains("-room"))
                            .flatMap(pattern -> route.getMethodsCondition().getMethods().stream()
                                    .map(method -> new Knock(method.name(), concrete(pattern, tenant)))));
        }

        private static String concrete(String pattern, String tenant) {
            return pattern.replace("{tenant}", tenant)
                    .replace("{number}", "1002")
                    .replaceAll("\\{[^}]+}", NUMBER);
        }
    }

    @BeforeEach
    void theCableIsIn() {
        CABLE.putBack();
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(OutageTests::isReady);
    }

    @AfterAll
    static void end() {
        HOUSE.close();
        CABLE.close();
    }

    @Test
    void everyAddressIsAnsweredKindlyInItsReadersLanguageAndTheHouseComesBackByItself() throws Exception {
        for (var tenant : TENANTS) {
            var somebody = signedInAt(tenant);
            var token = token(somebody, tenant);
            CABLE.pullOut();
            var answers = allAtOnce(Knock.at(tenant)
                    .<Callable<Seen>>map(knock -> () -> knock(somebody, knock, token))
                    .toList());
            CABLE.putBack();
            assertThat(answers).hasSizeGreaterThan(60).allSatisfy(OutageTests::isKind);
            assertThat(answers.stream().filter(seen -> seen.status() == 503).count())
                    .as("what needs the database, of " + answers.size() + " addresses")
                    .isGreaterThan(40);
            Awaitility.await().atMost(Duration.ofSeconds(20)).until(OutageTests::isReady);
        }
        assertThat(token(HOUSE.visitor(), "gimic")).isNotEmpty();
    }

    @Test
    void aThousandVisitorsWhoWaitForTheDatabaseTakeTheDoorFromNobody() throws Exception {
        CABLE.pullOut();
        var waiting = allAtOnce(
                Stream.<Callable<Seen>>generate(() -> () -> signedInAt("gimic").get("/gimic/account"))
                        .limit(1_000)
                        .toList());
        assertThat(waiting).allSatisfy(OutageTests::isKind).allMatch(seen -> seen.status() == 503);
        assertThat(HOUSE.visitor().get("/gimic/recovery").status()).isEqualTo(200);
    }

    @Test
    void aNetworkThatSwallowsEverythingIsAnOutageToo() throws Exception {
        CABLE.swallow();
        var waiting = allAtOnce(
                Stream.<Callable<Seen>>generate(() -> () -> signedInAt("gimic").get("/gimic/account"))
                        .limit(40)
                        .toList());
        assertThat(waiting).allSatisfy(OutageTests::isKind).allMatch(seen -> seen.status() == 503);
    }

    @Test
    void theApplicationOnAPhoneIsToldToComeBackToo() {
        CABLE.pullOut();
        for (var call : List.of("state", "leave", "subscription", "requests")) {
            var seen = HOUSE.visitor().send(signedCall("/jasmin/authenticator/api/" + call));
            assertThat(seen.status()).as(call).isIn(503, 404);
            isKind(seen);
        }
    }

    /** A cookie of the right form: whether it opens anything, only the database knows. */
    private static Visitor signedInAt(String tenant) {
        var visitor = HOUSE.visitor().accepting(Optional.of("en"));
        var cookie = new java.net.HttpCookie("session-" + tenant, "A".repeat(43));
        cookie.setPath("/");
        cookie.setVersion(0);
        visitor.cookies().getCookieStore().add(HOUSE.address(), cookie);
        return visitor;
    }

    private static String token(Visitor visitor, String tenant) {
        return visitor.get("/" + tenant + "/recovery")
                .first("input[name=_csrf]")
                .attr("value");
    }

    private static Seen knock(Visitor visitor, Knock knock, String token) {
        if (knock.method().equals("GET")) {
            return visitor.peek("GET", HOUSE.address().resolve(knock.path()));
        }
        if (knock.path().contains("/authenticator/api/")) {
            return visitor.send(signedCall(knock.path()));
        }
        var fields = new LinkedHashMap<>(Map.of(
                "_csrf", token,
                "identifier", "camille.martin@example.org",
                "email", "camille.martin@example.org",
                "password", "une phrase de passe",
                "confirmation", "une phrase de passe",
                "code", "123456",
                "family-name", "Martin",
                "given-name", "Camille"));
        return visitor.postAndStay(knock.path(), fields);
    }

    private static HttpRequest.Builder signedCall(String path) {
        return HttpRequest.newBuilder(HOUSE.address().resolve(path))
                .header("Content-Type", "application/json")
                .header("Poterne-Device", NUMBER)
                .header("Poterne-At", String.valueOf(System.currentTimeMillis()))
                .header("Poterne-Nonce", "A".repeat(22))
                .header("Poterne-Signature", "A".repeat(86))
                .POST(BodyPublishers.ofString("{}"));
    }

    private static <T> List<T> allAtOnce(List<Callable<T>> calls) throws Exception {
        try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
            return hands.invokeAll(calls).stream().map(Future::resultNow).toList();
        }
    }

    private static void isKind(Seen seen) {
        var address = seen.response().request().method() + " " + seen.path();
        assertThat(seen.status()).as(address).isNotEqualTo(500);
        assertThat(seen.body()).as(address).doesNotContain("Exception", "\tat ", "postgresql", "SQL");
        if (seen.status() == 503) {
            assertThat(seen.header("Retry-After")).as(address).matches("[1-9][0-9]*");
            assertThat(seen.page().select("html").attr("lang")).as(address).isIn("en", "fr");
            assertThat(seen.heading()).as(address).isIn("A crowd at the door", "Trop de monde à la porte");
        }
    }

    private static boolean isReady() {
        return HOUSE.visitor().get("/actuator/health/readiness").status() == 200;
    }
}
