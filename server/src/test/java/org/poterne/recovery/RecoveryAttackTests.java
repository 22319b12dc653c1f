package org.poterne.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.poterne.recovery.RecoveryFlowTests.ask;
import static org.poterne.recovery.RecoveryFlowTests.signIn;
import static org.poterne.recovery.RecoveryFlowTests.twice;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.poterne.house.ForgedHost;
import org.poterne.house.House;
import org.poterne.house.MovableClock;
import org.poterne.house.Person;
import org.poterne.house.RawRequest;
import org.poterne.house.Seen;
import org.poterne.house.Visitor;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Those who would get in by the way back (docs/threats.md). */
class RecoveryAttackTests {

    private static final House HOUSE = House.open();
    private static final String UNUSABLE = "Ce lien ne fonctionne pas";

    @Test
    void aHundredPostsOfOneLinkOnTwoNodesSetOnePassword() throws Exception {
        var camille = HOUSE.person("gimic");
        var link = ask(HOUSE.visitor(), camille);
        try (var second = HOUSE.secondNode();
                var hands = Executors.newVirtualThreadPerTaskExecutor()) {
            var nodes = List.of(HOUSE, second);
            var start = new CountDownLatch(1);
            var posts = new ArrayList<Future<Seen>>();
            for (var hand = 0; hand < 100; hand++) {
                var visitor = nodes.get(hand % 2).visitor();
                var password = "mot de passe " + hand;
                var page = visitor.get(link.getRawPath() + "?" + link.getRawQuery());
                posts.add(hands.submit(() -> {
                    start.await();
                    return untilHeard(visitor, page, password);
                }));
            }
            start.countDown();
            assertThat(posts.stream().map(RecoveryAttackTests::result))
                    .as("the hands that were told the password is saved")
                    .filteredOn(seen -> seen.path().equals("/gimic/sign-in"))
                    .hasSize(1);
            var opened = 0;
            for (var hand = 0; hand < posts.size(); hand++) {
                if (result(posts.get(hand)).path().equals("/gimic/sign-in")) {
                    var visitor = second.visitor();
                    var home = signIn(visitor, visitor.get("/gimic/sign-in"), camille, "mot de passe " + hand);
                    opened += home.path().equals("/gimic/") ? 1 : 0;
                }
            }
            assertThat(opened)
                    .as("the password that was told saved opens the door")
                    .isEqualTo(1);
        }
        camille.mailbox().next();
        camille.mailbox().isEmpty();
    }

    /** A full hashing queue answers 503: an honest hand tries again. */
    private static Seen untilHeard(Visitor visitor, Seen page, String password) throws InterruptedException {
        var seen = visitor.submit(page, twice(password));
        while (seen.status() == 503) {
            Thread.sleep(50);
            seen = visitor.submit(page, twice(password));
        }
        return seen;
    }

    @Test
    void aScannerThatOpensAndSubmitsEverythingLeavesTheLinkGood() {
        var camille = HOUSE.person("gimic");
        var link = ask(HOUSE.visitor(), camille);
        var scanner = HOUSE.visitor();
        for (var round = 0; round < 3; round++) {
            assertThat(scanner.peek("HEAD", link).status()).isEqualTo(303);
            scanner.submit(scanner.get(link), Map.of());
        }
        var owner = HOUSE.visitor();
        assertThat(owner.submit(owner.get(link), twice("verger tambour")).path())
                .isEqualTo("/gimic/sign-in");
        camille.mailbox().next();
        camille.mailbox().isEmpty();
    }

    @ParameterizedTest
    @EnumSource(ForgedHost.class)
    void aForgedHostNeverReachesTheLetter(ForgedHost forged) {
        var camille = HOUSE.person("gimic");
        var visitor = HOUSE.visitor();
        var typed = Map.of("email", camille.email());
        forged.send(HOUSE, visitor, visitor.get("/gimic/recovery"), typed, camille.mailbox());
        camille.mailbox().isEmpty();
    }

    @Test
    void anUnknownHostIsMisdirected() {
        assertThat(RawRequest.send(HOUSE.address(), "GET /gimic/sign-in HTTP/1.1\nHost: evil.example", ""))
                .startsWith("HTTP/1.1 421")
                .doesNotContain("evil.example");
    }

    @Test
    void knownUnknownAndDisabledAddressesAreAnsweredAlike() {
        var known = HOUSE.person("gimic");
        var disabled = HOUSE.person("gimic");
        disable(disabled);
        var answers = Stream.of(known.email(), disabled.email(), "nobody.at.all@example.org")
                .map(email -> {
                    var visitor = HOUSE.visitor();
                    var first = visitor.get("/gimic/recovery");
                    var fields = Map.of(
                            "email",
                            email,
                            "_csrf",
                            first.first("main input[name=_csrf]").attr("value"));
                    var answer = visitor.postAndStay("/gimic/recovery", fields);
                    var page = visitor.get("/gimic/recovery/sent");
                    return List.of(
                            answer.status(),
                            answer.body(),
                            names(answer),
                            answer.header("Location"),
                            page.status(),
                            page.body().replaceAll("name=\"_csrf\" value=\"[^\"]*\"", ""),
                            names(page));
                })
                .toList();
        assertThat(answers).allMatch(answers.getFirst()::equals);
        known.mailbox().next();
        known.mailbox().isEmpty();
        disabled.mailbox().isEmpty();
    }

    @Test
    void aThousandRequestsSendNoMoreLettersThanTheBudget() {
        var camille = HOUSE.person("gimic");
        for (var address = 1; address <= 40; address++) {
            var visitor = HOUSE.visitor().from("127.0.2." + address);
            var page = visitor.get("/gimic/recovery");
            for (var request = 0; request < 25; request++) {
                visitor.submit(page, Map.of("email", camille.email()));
            }
        }
        camille.mailbox().next();
        camille.mailbox().next();
        camille.mailbox().next();
        camille.mailbox().isEmpty();
    }

    @Test
    void oneAddressThatAsksTooOftenIsSlowedDownWithoutALetter() {
        var visitor = HOUSE.visitor().from("127.0.3.1");
        var page = visitor.get("/gimic/recovery");
        Seen seen = page;
        for (var request = 0; request <= 30; request++) {
            seen = visitor.submit(page, Map.of("email", "nobody.at.all@example.org"));
        }
        assertThat(seen.status()).isEqualTo(429);
        assertThat(Integer.parseInt(seen.header("Retry-After"))).isPositive();
        var elsewhere = HOUSE.visitor().from("127.0.3.1");
        assertThat(elsewhere.submit(page, Map.of("email", "x@example.org")).status())
                .as("a new browser is no new address")
                .isIn(403, 429);
    }

    @Test
    void aRequestAloneChangesNothing() {
        var camille = HOUSE.person("gimic");
        var owner = HOUSE.visitor();
        owner.submit(owner.get(ask(owner, camille)), twice("le premier"));
        camille.mailbox().next();
        signIn(owner, owner.get("/gimic/sign-in"), camille, "le premier");
        var link = ask(HOUSE.visitor(), camille);

        assertThat(owner.get("/gimic/").path()).isEqualTo("/gimic/");
        var again = HOUSE.visitor();
        assertThat(signIn(again, again.get("/gimic/sign-in"), camille, "le premier")
                        .path())
                .isEqualTo("/gimic/");
        assertThat(link.getPath()).isEqualTo("/gimic/recovery/open");
        camille.mailbox().isEmpty();
    }

    @Test
    void aResetEndsEverySessionAndTheOldPassword() {
        var camille = HOUSE.person("gimic");
        var thief = HOUSE.visitor();
        thief.submit(thief.get(ask(thief, camille)), twice("connu du voleur"));
        camille.mailbox().next();
        assertThat(signIn(thief, thief.get("/gimic/sign-in"), camille, "connu du voleur")
                        .path())
                .isEqualTo("/gimic/");

        var owner = HOUSE.visitor();
        owner.submit(owner.get(ask(owner, camille)), twice("tout neuf"));
        camille.mailbox().next();

        assertThat(thief.get("/gimic/").path()).isEqualTo("/gimic/sign-in");
        assertThat(signIn(thief, thief.get("/gimic/sign-in"), camille, "connu du voleur")
                        .status())
                .isEqualTo(422);
        camille.mailbox().isEmpty();
    }

    @Test
    void aLinkOfOneTenantIsWorthNothingAtAnother() {
        var camille = HOUSE.person("gimic");
        var link = ask(HOUSE.visitor(), camille);
        var visitor = HOUSE.visitor();
        var elsewhere = URI.create(link.toString().replace("/gimic/", "/voisine/"));
        assertThat(visitor.get(elsewhere).heading()).isEqualTo(UNUSABLE);
        assertThat(visitor.cookies().getCookieStore().getCookies())
                .as("the page keeps any link that is well formed")
                .anyMatch(cookie -> cookie.getName().equals("recovery-voisine"));
        var form =
                visitor.get("/voisine/recovery").first("main input[name=_csrf]").attr("value");
        var seen = visitor.post(
                "/voisine/recovery/password",
                Map.of("_csrf", form, "password", "x".repeat(20), "confirmation", "x".repeat(20), "tenant", "gimic"));
        assertThat(seen.heading()).isEqualTo(UNUSABLE);
        assertThat(HOUSE.visitor().get(link).heading()).isEqualTo("Changer votre mot de passe");
    }

    @Test
    void noOtherTokenOrIdOrderOpensTheLastStep() {
        var visitor = HOUSE.visitor();
        var form =
                visitor.get("/gimic/recovery").first("main input[name=_csrf]").attr("value");
        for (var token : List.of("", "x", "a".repeat(43), "a".repeat(5_000), "../../etc", "%00")) {
            var page = visitor.get("/gimic/recovery/open?token=" + URLEncoder.encode(token, StandardCharsets.UTF_8));
            assertThat(page.heading()).as(token).isEqualTo(UNUSABLE);
            var seen = visitor.post(
                    "/gimic/recovery/password",
                    Map.of(
                            "_csrf",
                            form,
                            "password",
                            "abcdefgh",
                            "confirmation",
                            "abcdefgh",
                            "account",
                            "camille.martin@example.org",
                            "userId",
                            "1",
                            "standing",
                            "1"));
            assertThat(seen.heading()).isEqualTo(UNUSABLE);
            assertThat(seen.status()).isEqualTo(410);
        }
    }

    @Test
    void aPostedAccountIsIgnored() {
        var attacker = HOUSE.person("gimic");
        var victim = HOUSE.person("gimic");
        var visitor = HOUSE.visitor();
        var page = visitor.get(ask(visitor, attacker));
        visitor.submit(
                page,
                Map.of(
                        "password",
                        "malice malice",
                        "confirmation",
                        "malice malice",
                        "account",
                        victim.email(),
                        "email",
                        victim.email(),
                        "identifier",
                        victim.email()));
        attacker.mailbox().next();
        var other = HOUSE.visitor();
        assertThat(signIn(other, other.get("/gimic/sign-in"), victim, "malice malice")
                        .status())
                .isEqualTo(422);
        assertThat(signIn(other, other.get("/gimic/sign-in"), attacker, "malice malice")
                        .path())
                .isEqualTo("/gimic/");
        victim.mailbox().isEmpty();
    }

    @Test
    void aFieldGivenTwiceIsRefused() {
        var camille = HOUSE.person("gimic");
        var visitor = HOUSE.visitor();
        var form =
                visitor.get("/gimic/recovery").first("main input[name=_csrf]").attr("value");
        var answer = RawRequest.send(
                HOUSE.address(),
                "POST /gimic/recovery HTTP/1.1\nHost: " + HOUSE.address().getAuthority()
                        + "\nContent-Type: application/x-www-form-urlencoded\nCookie: " + visitor.cookieHeader(),
                "email=" + camille.email() + "&email=attacker@evil.example&_csrf=" + form);
        assertThat(answer).startsWith("HTTP/1.1 400");
        camille.mailbox().isEmpty();
    }

    @Test
    void aLinkDiesWithItsHourWithItsAddressAndWithItsAccount() {
        try (var house = House.build().start()) {
            var late = house.person("gimic");
            var moved = house.person("gimic");
            var closed = house.person("gimic");
            var visitor = house.visitor();
            var links = Stream.of(late, moved, closed)
                    .map(person -> ask(visitor, person))
                    .toList();
            assertThat(links).allMatch(link -> visitor.get(link).heading().equals("Changer votre mot de passe"));

            house.bean(JdbcClient.class)
                    .sql(
                            "update account set email = 'new@example.org', email_canonical = 'new@example.org' where email = ?")
                    .param(moved.email())
                    .update();
            house.bean(JdbcClient.class)
                    .sql("update account set status = 'disabled' where email = ?")
                    .param(closed.email())
                    .update();
            assertThat(visitor.get(links.get(1)).heading()).isEqualTo(UNUSABLE);
            assertThat(visitor.get(links.get(2)).heading()).isEqualTo(UNUSABLE);

            house.bean(MovableClock.class).forward(Duration.ofMinutes(59));
            assertThat(visitor.get(links.get(0)).heading()).isEqualTo("Changer votre mot de passe");
            house.bean(MovableClock.class).forward(Duration.ofMinutes(1));
            assertThat(visitor.get(links.get(0)).heading()).isEqualTo(UNUSABLE);
        }
    }

    @Test
    void noSecretAndNothingTypedIsKeptInTheDatabase() {
        var camille = HOUSE.person("gimic");
        var link = ask(HOUSE.visitor(), camille);
        var typed = HOUSE.visitor();
        typed.submit(typed.get("/gimic/recovery"), Map.of("email", "typed.by.mistake@example.org"));
        var secret = link.getQuery().substring("token=".length());
        var jdbc = HOUSE.bean(JdbcClient.class);
        var tables = jdbc.sql("select table_name from information_schema.tables where table_schema = current_schema()")
                .query(String.class)
                .list();
        for (var table : tables) {
            var rows = String.join(
                    "\n",
                    jdbc.sql("select t::text from " + table + " t")
                            .query(String.class)
                            .list());
            assertThat(rows).as(table).doesNotContain(secret, "typed.by.mistake");
        }
        assertThat(tables).contains("recovery_attempt", "letter", "scheduled_tasks", "audit_event", "budget");
    }

    private static void disable(Person person) {
        HOUSE.bean(JdbcClient.class)
                .sql("update account set status = 'disabled' where email = ?")
                .param(person.email())
                .update();
    }

    private static List<String> names(Seen seen) {
        return seen.response().headers().map().keySet().stream().sorted().toList();
    }

    private static Seen result(Future<Seen> future) {
        try {
            return future.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
