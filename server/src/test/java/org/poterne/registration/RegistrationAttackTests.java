package org.poterne.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.HttpCookie;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.poterne.house.Eyes;
import org.poterne.house.ForgedHost;
import org.poterne.house.House;
import org.poterne.house.MovableClock;
import org.poterne.house.PuzzleWork;
import org.poterne.house.RawRequest;
import org.poterne.house.Seen;
import org.poterne.house.Visitor;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Those who would have an account that is not theirs (docs/threats.md). */
class RegistrationAttackTests {

    private static final House HOUSE = House.open();
    private static final String UNUSABLE = "Ce lien ne fonctionne pas";
    private static final String CONFIRM = "Confirmer votre compte";
    private static final String MALICE = "connu de l’attaquant";

    /** Pre-hijacking: the password that a stranger chose must not come with the confirmed account. */
    @Test
    void whoeverOnlyReadsTheMailboxConfirmsNoPasswordThatSomebodyElseChose() {
        var victim = Newcomer.at("agora");
        var attacker = Newcomer.visitor(HOUSE);
        var link = victim.withPassword(MALICE).signUp(attacker);
        var owner = Newcomer.visitor(HOUSE);

        var page = owner.get(link);
        assertThat(page.words()).contains("Vous n’êtes pas sur le navigateur de l’inscription.");
        for (var typed : List.of("", victim.password())) {
            assertThat(owner.submit(page, Map.of("password", typed)).status()).isEqualTo(422);
        }
        assertThat(isConfirmed(victim)).isFalse();
        assertThat(victim.withPassword(MALICE).signIn(attacker).path()).isEqualTo("/agora/sign-in");

        var own = victim.signUp(owner);
        assertThat(attacker.get(own).page().select("#password"))
                .as("the attacker's browser sent another sign-up")
                .hasSize(1);
        assertThat(attacker.submit(attacker.get(own), Map.of("password", MALICE))
                        .status())
                .isEqualTo(422);
        assertThat(owner.submit(owner.get(own), Map.of()).path()).isEqualTo("/agora/sign-in");
        assertThat(victim.withPassword(MALICE).signIn(attacker).status()).isEqualTo(422);
        assertThat(victim.signIn(owner).path()).isEqualTo("/agora/");
        assertThat(attacker.get("/agora/").path()).isEqualTo("/agora/sign-in");
        victim.mailbox().isEmpty();
    }

    /** The stranger comes second: the owner's browser knows the owner's sign-up, and no other. */
    @Test
    void aSignUpSentAgainByAStrangerIsNotConfirmedByTheBrowserOfTheFirst() {
        var victim = Newcomer.at("agora");
        var owner = Newcomer.visitor(HOUSE);
        var own = victim.signUp(owner);
        var strange = victim.withPassword(MALICE).signUp(Newcomer.visitor(HOUSE));

        assertThat(owner.get(own).heading()).isEqualTo(UNUSABLE);
        var page = owner.get(strange);
        assertThat(page.page().select("#password")).hasSize(1);
        assertThat(owner.submit(page, Map.of("password", victim.password())).status())
                .isEqualTo(422);
        assertThat(isConfirmed(victim)).isFalse();
        victim.mailbox().isEmpty();
    }

    /** Before the owner ever sees a sign-up page: the mailbox decides, and the earlier password, link and browser are void. */
    @Test
    void aResetByWhoeverReadsTheMailboxVoidsAllThatAStrangerSignedUpWith() {
        var victim = Newcomer.at("agora");
        var attacker = Newcomer.visitor(HOUSE);
        var link = victim.withPassword(MALICE).signUp(attacker);
        var owner = Newcomer.visitor(HOUSE);
        owner.submit(owner.get("/agora/recovery"), Map.of("email", victim.email()));
        var reset = owner.get(victim.mailbox().next().link());
        assertThat(owner.submit(reset, Map.of("password", victim.password(), "confirmation", victim.password()))
                        .path())
                .isEqualTo("/agora/sign-in");

        assertThat(attacker.get(link).heading()).isEqualTo(UNUSABLE);
        assertThat(victim.withPassword(MALICE).signIn(attacker).status()).isEqualTo(422);
        assertThat(attacker.get("/agora/").path()).isEqualTo("/agora/sign-in");
        assertThat(victim.signIn(owner).path()).isEqualTo("/agora/");
        assertThat(victim.mailbox().next().subject()).isEqualTo("Votre mot de passe Agora a été changé");
        victim.mailbox().isEmpty();
    }

    @Test
    void theCookieOfASignUpIsWorthNothingWhenItIsMadeUpOrAltered() {
        var noe = Newcomer.at("agora");
        var sender = Newcomer.visitor(HOUSE);
        var link = noe.signUp(sender);
        sender.get(link);
        var cookie = cookie(sender, "sign-up-agora");
        var genuine = cookie.getValue();
        var id = genuine.substring(0, genuine.indexOf('.'));
        var later = genuine.replaceFirst("\\.[0-9]+\\.", ".99999999999.");
        for (var value : List.of("x", id, id + ".99999999999.", id + ".1.x", later, genuine + "x")) {
            cookie.setValue(value);
            assertThat(sender.get("/agora/confirm").page().select("#password"))
                    .as(value)
                    .hasSize(1);
        }
        cookie.setValue(genuine);
        assertThat(sender.get("/agora/confirm").page().select("#password")).isEmpty();
        noe.mailbox().isEmpty();
    }

    @Test
    void thePasswordOfASignUpIsNotGuessedAtItsConfirmation() throws Exception {
        var noe = Newcomer.at("agora");
        var link = noe.signUp(Newcomer.visitor(HOUSE));
        var reader = Newcomer.visitor(HOUSE);
        var page = reader.get(link);
        var guesses = atOnce(IntStream.range(0, 30)
                .<Callable<Seen>>mapToObj(guess -> () -> reader.submit(page, Map.of("password", "essai " + guess)))
                .toList());
        assertThat(guesses)
                .filteredOn(seen -> error(seen).startsWith("Ce n’est pas"))
                .hasSizeLessThanOrEqualTo(5);
        var last = reader.submit(page, Map.of("password", noe.password()));
        assertThat(error(last)).contains("Trop d’essais", "Mot de passe oublié");
        var elsewhere = Newcomer.visitor(HOUSE);
        assertThat(error(elsewhere.submit(elsewhere.get(link), Map.of("password", noe.password()))))
                .as("a new browser is no new account")
                .contains("Trop d’essais");
        assertThat(isConfirmed(noe)).isFalse();
    }

    /** Whoever signs up with somebody's address would write to them in the tenant's name. */
    @Test
    void nothingTypedReachesAnAddressThatNobodyConfirmed() {
        var noe = Newcomer.at("agora");
        var stranger = Newcomer.visitor(HOUSE);
        stranger.submit(
                stranger.get("/agora/sign-up"),
                Map.of(
                        "name", "Gagnez 500 € sur evil.example",
                        "username", noe.username(),
                        "email", noe.email(),
                        "password", noe.password()));
        stranger.submit(stranger.get("/agora/recovery"), Map.of("email", noe.email()));
        stranger.submit(stranger.get("/agora/unlock/resend"), Map.of("email", noe.email()));
        for (var number = 0; number < 3; number++) {
            var letter = noe.mailbox().next();
            assertThat(letter.text()).contains("Bonjour,");
            assertThat(letter.text() + letter.html() + letter.header("To")).doesNotContain("500", noe.username());
        }
        noe.mailbox().isEmpty();
    }

    @Test
    void aSignUpWithoutALetterLeavesTheLinksOfBeforeAlone() {
        var noe = Newcomer.at("agora");
        var links = IntStream.range(0, 3)
                .mapToObj(_ -> noe.signUp(Newcomer.visitor(HOUSE)))
                .toList();
        var fourth = Newcomer.visitor(HOUSE);
        var sent = fourth.submit(
                fourth.get("/agora/sign-up"),
                Map.of(
                        "name", noe.name(),
                        "username", noe.username(),
                        "email", noe.email(),
                        "password", noe.password()));
        assertThat(sent.path()).isEqualTo("/agora/sign-up/sent");
        noe.mailbox().isEmpty();
        assertThat(fourth.get(links.getLast()).path()).isEqualTo("/agora/confirm");
        assertThat(fourth.get(links.getLast()).status()).isEqualTo(200);
    }

    @Test
    void aHundredPostsOfOneLinkOnTwoNodesConfirmOnce() throws Exception {
        var noe = Newcomer.at("agora");
        var sender = Newcomer.visitor(HOUSE);
        var link = noe.signUp(sender);
        try (var second = HOUSE.secondNode()) {
            var posts = new ArrayList<Callable<Seen>>();
            for (var hand = 0; hand < 100; hand++) {
                var visitor = (hand % 2 == 0 ? HOUSE : second).visitor().withCookiesOf(sender);
                var page = visitor.get(link.getRawPath() + "?" + link.getRawQuery());
                assertThat(page.heading()).isEqualTo(CONFIRM);
                posts.add(() -> visitor.submit(page, Map.of()));
            }
            var answers = atOnce(posts);
            assertThat(answers)
                    .filteredOn(seen -> seen.path().equals("/agora/sign-in"))
                    .hasSize(1);
            assertThat(answers)
                    .filteredOn(seen -> seen.heading().equals(UNUSABLE) && seen.status() == 410)
                    .hasSize(99);
        }
        assertThat(noe.signIn(Newcomer.visitor(HOUSE)).path()).isEqualTo("/agora/");
        noe.mailbox().isEmpty();
    }

    @Test
    void manySignUpsOfOneAddressAtOnceMakeOneAccount() throws Exception {
        var noe = Newcomer.at("agora");
        var posts = IntStream.range(0, 12)
                .<Callable<Seen>>mapToObj(_ -> {
                    var one = Newcomer.at("agora").withEmail(noe.email());
                    var visitor = Newcomer.visitor(HOUSE);
                    var page = visitor.get("/agora/sign-up");
                    return () -> visitor.submit(page, one.fields());
                })
                .toList();
        assertThat(atOnce(posts)).allMatch(seen -> seen.path().equals("/agora/sign-up/sent"));
        assertThat(count("select count(*) from account where email = '" + noe.email() + "'"))
                .isEqualTo(1);
    }

    @Test
    void ofManySignUpsForOneUsernameAtOnceOneHasIt() throws Exception {
        var username = Newcomer.at("agora").username();
        var posts = IntStream.range(0, 12)
                .<Callable<Seen>>mapToObj(hand -> {
                    var one = Newcomer.at("agora")
                            .withUsername(hand % 2 == 0 ? username : username.replace("noé", "NOE"));
                    var visitor = Newcomer.visitor(HOUSE);
                    var page = visitor.get("/agora/sign-up");
                    return () -> visitor.submit(page, one.fields());
                })
                .toList();
        var answers = atOnce(posts);
        assertThat(answers)
                .filteredOn(seen -> seen.path().equals("/agora/sign-up/sent"))
                .hasSize(1);
        assertThat(answers)
                .filteredOn(seen -> seen.page().select("#username-error").text().contains("déjà pris"))
                .hasSize(11);
    }

    @Test
    void concurrentSignUpsNeverExchangeTheirLettersOrTheirAccounts() throws Exception {
        var people = IntStream.range(0, 16).mapToObj(_ -> Newcomer.at("agora")).toList();
        var visitors = people.stream().map(_ -> Newcomer.visitor(HOUSE)).toList();
        atOnce(IntStream.range(0, people.size())
                .<Callable<Seen>>mapToObj(number -> () -> people.get(number).trySignUp(visitors.get(number)))
                .toList());
        for (var number = 0; number < people.size(); number++) {
            var noe = people.get(number);
            var page = visitors.get(number).get(noe.mailbox().next().link());
            assertThat(page.words()).contains(noe.email());
            assertThat(page.page().select("#password")).isEmpty();
            visitors.get(number).submit(page, Map.of());
            assertThat(noe.signIn(visitors.get(number)).path()).isEqualTo("/agora/");
            assertThat(visitors.get(number).get("/agora/").heading()).isEqualTo("Bonjour " + noe.name());
        }
    }

    @Test
    void aScannerThatOpensAndSubmitsEverythingConfirmsNobody() {
        var noe = Newcomer.at("agora");
        var sender = Newcomer.visitor(HOUSE);
        var link = noe.signUp(sender);
        var scanner = Newcomer.visitor(HOUSE);
        for (var round = 0; round < 7; round++) {
            assertThat(scanner.peek("HEAD", link).status()).isEqualTo(303);
            assertThat(scanner.peek("HEAD", HOUSE.address().resolve("/agora/confirm"))
                            .status())
                    .isEqualTo(200);
            scanner.submit(scanner.get(link), Map.of());
        }
        assertThat(isConfirmed(noe)).isFalse();
        assertThat(sender.submit(sender.get(link), Map.of()).path()).isEqualTo("/agora/sign-in");
        noe.mailbox().isEmpty();
    }

    @ParameterizedTest
    @EnumSource(ForgedHost.class)
    void aForgedHostNeverReachesALetter(ForgedHost forged) {
        HOUSE.withFreshBudgets();
        var noe = Newcomer.at("agora");
        var visitor = HOUSE.visitor();
        if (!forged.send(HOUSE, visitor, visitor.get("/agora/sign-up"), noe.fields(), noe.mailbox())) {
            noe.signUp(visitor);
        }
        var typed = Map.of("email", noe.email());
        forged.send(HOUSE, visitor, visitor.get("/agora/confirm/resend"), typed, noe.mailbox());
        noe.mailbox().isEmpty();
    }

    @Test
    void aFieldGivenTwiceIsRefused() {
        var noe = Newcomer.at("agora");
        for (var page : List.of("sign-up", "confirm/resend")) {
            var visitor = Newcomer.visitor(HOUSE);
            var form = visitor.get("/agora/" + page)
                    .first("main input[name=_csrf]")
                    .attr("value");
            var answer = RawRequest.send(
                    HOUSE.address(),
                    "POST /agora/" + page + " HTTP/1.1\nHost: "
                            + HOUSE.address().getAuthority()
                            + "\nContent-Type: application/x-www-form-urlencoded\nCookie: " + visitor.cookieHeader(),
                    "name=x&username=xyz&password=trois+mots+de+plus&email=" + noe.email()
                            + "&email=attacker@evil.example&_csrf=" + form);
            assertThat(answer).startsWith("HTTP/1.1 400");
        }
        noe.mailbox().isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s@EXAMPLE.ORG", " %s@example.org ", "%S@example.org"})
    void oneAddressInAnySpellingIsOneAccount(String spelling) {
        var noe = Newcomer.at("agora").settle(HOUSE);
        var local = noe.email().substring(0, noe.email().indexOf('@'));
        var page = Newcomer.at("agora").withEmail(spelling.formatted(local)).trySignUp(Newcomer.visitor(HOUSE));
        assertThat(page.page().select("#email-error").text()).startsWith("Email n’est pas disponible");
        noe.mailbox().isEmpty();
    }

    /** Dotless ı, Cyrillic а, full width: another letter is another address, and never reaches this one's mailbox. */
    @ParameterizedTest
    @ValueSource(strings = {"newcomеr", "ｎewcomer", "newcomeʀ", "ſewcomer"})
    void aLookAlikeAddressReceivesNothingOfTheOther(String local) {
        var noe = Newcomer.at("agora").settle(HOUSE);
        var number = noe.email().substring("newcomer".length());
        Newcomer.at("agora").withEmail(local + number).askAgain(Newcomer.visitor(HOUSE));
        Newcomer.at("agora").withEmail(local + number).trySignUp(Newcomer.visitor(HOUSE));
        noe.mailbox().isEmpty();
    }

    @Test
    void aUsernameThatLooksLikeAnothersIsTaken() {
        var noe = Newcomer.at("agora").settle(HOUSE);
        var number = noe.username().substring("noé-".length());
        for (var alike : List.of("NOÉ-", "noe-", "ｎｏé-", "noè-", "nοé-", "n0é-")) {
            var page = Newcomer.at("agora").withUsername(alike + number).trySignUp(Newcomer.visitor(HOUSE));
            assertThat(page.status()).as(alike).isEqualTo(422);
            assertThat(page.page().select("#username-error").text()).as(alike).isNotEmpty();
        }
    }

    @Test
    void aTokenIsGoodForItsOwnDoorAndTenantOnly() {
        var noe = Newcomer.at("agora");
        var sender = Newcomer.visitor(HOUSE);
        var link = noe.signUp(sender);
        var settled = HOUSE.person("agora");
        sender.submit(sender.get("/agora/recovery"), Map.of("email", settled.email()));
        var reset = settled.mailbox().next().link();

        assertThat(sender.get("/agora/recovery/open?" + link.getRawQuery()).heading())
                .as("a confirmation is no reset")
                .isEqualTo(UNUSABLE);
        assertThat(sender.get("/agora/confirm/open?" + reset.getRawQuery()).heading())
                .as("a reset is no confirmation")
                .isEqualTo(UNUSABLE);
        assertThat(sender.get("/gimic/recovery/open?" + link.getRawQuery()).heading())
                .isEqualTo(UNUSABLE);
        assertThat(sender.get(link).heading()).as("and stays good").isEqualTo(CONFIRM);
    }

    @Test
    void noMadeUpTokenAndNoPostedFieldConfirmsAnybody() {
        var noe = Newcomer.at("agora");
        noe.signUp(Newcomer.visitor(HOUSE));
        var id = HOUSE.bean(JdbcClient.class)
                .sql("select id::text from account where email = ?")
                .param(noe.email())
                .query(String.class)
                .single();
        var visitor = Newcomer.visitor(HOUSE);
        var form = visitor.get("/agora/sign-up").first("main input[name=_csrf]").attr("value");
        for (var token : List.of("", "x", "a".repeat(43), "a".repeat(5_000), "../../etc", "%00", id)) {
            var page = visitor.get("/agora/confirm/open?token=" + URLEncoder.encode(token, StandardCharsets.UTF_8));
            assertThat(page.heading()).as(token).isEqualTo(UNUSABLE);
            var seen = visitor.post(
                    "/agora/confirm",
                    Map.of(
                            "_csrf",
                            form,
                            "password",
                            noe.password(),
                            "account",
                            id,
                            "email",
                            noe.email(),
                            "token",
                            token));
            assertThat(seen.heading()).isEqualTo(UNUSABLE);
            assertThat(seen.status()).isEqualTo(410);
        }
        assertThat(isConfirmed(noe)).isFalse();
    }

    /** Nothing that was posted says who is confirmed: only the link does. */
    @Test
    void aPostedAccountIsIgnored() {
        var attacker = Newcomer.at("agora");
        var visitor = Newcomer.visitor(HOUSE);
        var victim = Newcomer.at("agora");
        victim.signUp(Newcomer.visitor(HOUSE));
        var page = visitor.get(attacker.signUp(visitor));
        visitor.submit(page, Map.of("account", victim.email(), "email", victim.email(), "confirmed", "true"));
        assertThat(isConfirmed(attacker)).isTrue();
        assertThat(isConfirmed(victim)).isFalse();

        var other = Newcomer.at("agora");
        var fields = new HashMap<>(other.fields());
        fields.putAll(Map.of("confirmed", "true", "confirmedAt", "2020-01-01", "id", "1", "status", "active"));
        visitor.submit(visitor.get("/agora/sign-up"), fields);
        assertThat(isConfirmed(other)).isFalse();
    }

    @Test
    void aLinkDiesWithItsDayItsAddressAndItsAccount() {
        var late = Newcomer.at("agora");
        var moved = Newcomer.at("agora");
        var closed = Newcomer.at("agora");
        try (var house = House.build().start()) {
            var visitor = Newcomer.visitor(house);
            var links = List.of(late.signUp(visitor), moved.signUp(visitor), closed.signUp(visitor));
            assertThat(links).allMatch(link -> visitor.get(link).heading().equals(CONFIRM));
            var jdbc = house.bean(JdbcClient.class);
            jdbc.sql("update account set email = 'n@example.org', email_canonical = 'n@example.org' where email = ?")
                    .param(moved.email())
                    .update();
            jdbc.sql("update account set status = 'disabled' where email = ?")
                    .param(closed.email())
                    .update();
            assertThat(visitor.get(links.get(1)).heading()).isEqualTo(UNUSABLE);
            assertThat(visitor.get(links.get(2)).heading()).isEqualTo(UNUSABLE);
            house.bean(MovableClock.class).forward(Duration.ofHours(24).minusMinutes(2));
            assertThat(visitor.get(links.get(0)).heading()).isEqualTo(CONFIRM);
            house.bean(MovableClock.class).forward(Duration.ofMinutes(2));
            assertThat(visitor.get(links.get(0)).heading()).isEqualTo(UNUSABLE);

            late.askAgain(visitor);
            var fresh = visitor.get(late.mailbox().next().link());
            assertThat(fresh.heading()).isEqualTo(CONFIRM);
            assertThat(fresh.page().select("#password"))
                    .as("a day later the browser is known no more")
                    .hasSize(1);
        }
    }

    @Test
    void aThousandRequestsForOneAddressSendNoMoreLettersThanTheBudget() {
        var noe = Newcomer.at("agora");
        noe.signUp(Newcomer.visitor(HOUSE));
        for (var browser = 0; browser < 200; browser++) {
            var visitor = HOUSE.visitor().from("127.30." + (browser / 100) + "." + (1 + browser % 100));
            var page = visitor.get("/agora/confirm/resend");
            for (var request = 0; request < 5; request++) {
                assertThat(visitor.submit(page, Map.of("email", noe.email())).path())
                        .isEqualTo("/agora/confirm/resent");
            }
        }
        noe.trySignUp(Newcomer.visitor(HOUSE));
        noe.mailbox().next();
        noe.mailbox().next();
        noe.mailbox().isEmpty();
    }

    @Test
    void withoutTheChallengeOneAddressAsksFiveTimesAnHourWhateverItsBrowser() {
        var from = "127.40.0.1";
        for (var path : List.of("/agora/sign-up", "/agora/confirm/resend")) {
            for (var request = 0; request < 5; request++) {
                var visitor = HOUSE.visitor().from(from);
                assertThat(visitor.submit(
                                        visitor.get(path), Newcomer.at("agora").fields())
                                .status())
                        .isEqualTo(200);
            }
            var nobody = Newcomer.at("agora");
            var refused = HOUSE.visitor().from(from);
            var seen = refused.submit(refused.get(path), nobody.fields());
            assertThat(seen.status()).isEqualTo(422);
            assertThat(seen.page().select("main .question img")).hasSize(1);
            assertThat(seen.first("main input[name=email]").attr("value")).isEqualTo(nobody.email());
            var read = new HashMap<>(nobody.fields());
            read.putAll(Eyes.read(HOUSE, seen));
            assertThat(refused.submit(seen, read).status())
                    .as("whoever has read it goes on")
                    .isEqualTo(200);
            assertThat(refused.submit(seen, read).status())
                    .as("the answer serves once")
                    .isEqualTo(422);

            var solved = HOUSE.visitor().from(from);
            var page = solved.get(path);
            var fields = new HashMap<>(nobody.fields());
            fields.put("challenge", PuzzleWork.answer(page));
            assertThat(solved.submit(page, fields).status())
                    .as("whoever has met it goes on")
                    .isEqualTo(200);
            assertThat(solved.submit(page, fields).status())
                    .as("an answer serves once")
                    .isEqualTo(422);
        }
    }

    @Test
    void noSecretAndNothingTypedByMistakeIsKeptInTheDatabase() {
        var noe = Newcomer.at("agora");
        var link = noe.signUp(Newcomer.visitor(HOUSE));
        var stray = Newcomer.at("agora").withEmail("typed.by.mistake.here@example.org");
        stray.askAgain(Newcomer.visitor(HOUSE));
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
            assertThat(rows).as(table).doesNotContain(secret, noe.password(), "typed.by.mistake.here");
            if (!"account".equals(table) && !"one_time_token".equals(table)) {
                assertThat(rows).as(table).doesNotContain(noe.email(), noe.name(), noe.username());
            }
        }
        assertThat(tables).contains("letter_request", "letter", "scheduled_tasks", "audit_event", "sign_up_shadow");
    }

    private static List<Seen> atOnce(List<Callable<Seen>> posts) throws InterruptedException, ExecutionException {
        var start = new CountDownLatch(1);
        try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
            var under = new ArrayList<Future<Seen>>();
            for (var post : posts) {
                under.add(hands.submit(() -> {
                    start.await();
                    return post.call();
                }));
            }
            start.countDown();
            var seen = new ArrayList<Seen>();
            for (var one : under) {
                seen.add(one.get());
            }
            return seen;
        }
    }

    private static String error(Seen seen) {
        return seen.page().select("#password-error").text();
    }

    private static boolean isConfirmed(Newcomer noe) {
        return count("select count(*) from account where email = '" + noe.email() + "' and confirmed_at is not null")
                == 1;
    }

    private static long count(String sql) {
        return HOUSE.bean(JdbcClient.class).sql(sql).query(Long.class).single();
    }

    private static HttpCookie cookie(Visitor visitor, String name) {
        return visitor.cookies().getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
