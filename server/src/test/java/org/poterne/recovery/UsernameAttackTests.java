package org.poterne.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.poterne.recovery.RecoveryFlowTests.twice;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.poterne.house.House;
import org.poterne.house.Mailbox;
import org.poterne.house.RawRequest;
import org.poterne.house.Seen;
import org.poterne.house.Visitor;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Those who would learn, or be sent, what is another's, by a username (docs/threats.md). */
class UsernameAttackTests {

    private static final House HOUSE = House.open();
    private static final AtomicInteger STRANGERS = new AtomicInteger();
    private static final String NEW = "trois clés au tableau";

    @BeforeEach
    void nothingIsSpent() {
        HOUSE.withFreshBudgets();
    }

    /** GitLab CVE-2023-7028, CTFd CVE-2020-7245: what is posted beside the name selects nobody and reaches no letter. */
    @Test
    void theLetterGoesToTheStoredAddressWhateverIsPostedBeside() {
        var camille = Hotelier.at(HOUSE);
        var attacker = Hotelier.at(HOUSE);
        var elsewhere = new Mailbox("thief." + camille.username() + "@evil.example");
        var visitor = HOUSE.visitor();
        var beside = new HashMap<String, String>();
        for (var name : List.of("email", "account", "account_id", "identifier", "e-mail", "to", "address")) {
            beside.put(name, elsewhere.address());
        }
        beside.put("username", camille.username());
        assertThat(visitor.submit(visitor.get("/extranet/recovery"), beside).path())
                .isEqualTo("/extranet/recovery/sent");
        var letter = camille.mailbox().next();
        assertThat(letter.text() + letter.html()).doesNotContain("evil");

        visitor.get(letter.link());
        var choose = visitor.get("/extranet/recovery/password");
        beside.put("username", attacker.username());
        beside.putAll(twice(NEW));
        visitor.submit(choose, beside);
        assertThat(camille.has(NEW)).as("the link's account").isTrue();
        assertThat(attacker.has(NEW)).isFalse();
        camille.mailbox().next();
        camille.mailbox().isEmpty();
        attacker.mailbox().isEmpty();
        elsewhere.isEmpty();
    }

    @Test
    void aConfirmedAddressThatIsNotOneChangesNothing() {
        var camille = Hotelier.at(HOUSE);
        camille.wrong(5);
        var visitor = HOUSE.visitor();
        var question = camille.ask(visitor);
        for (var said : List.of("", "yes", "thief@evil.example", "c•••n@e•••.org")) {
            assertThat(visitor.submit(question, Map.of("address", said)).heading())
                    .as(said)
                    .isEqualTo("Votre compte est bloqué");
        }
        camille.mailbox().isEmpty();
        HOUSE.withFreshBudgets();
        visitor.submit(question, Map.of("email", "thief@evil.example"));
        assertThat(camille.mailbox().next().text()).contains(camille.username());
        new Mailbox("thief@evil.example").isEmpty();
        camille.mailbox().isEmpty();
    }

    /** Django CVE-2019-19844, CTFd CVE-2020-7245: one name, however it is written, and no other that looks like it. */
    @Test
    void caseAndSpaceAreTheSameNameAndLookAlikesAreNot() {
        var camille = Hotelier.at(HOUSE);
        var visitor = HOUSE.visitor();
        for (var same :
                List.of("  " + camille.username() + "\t", camille.username().toUpperCase(java.util.Locale.ROOT))) {
            visitor.submit(visitor.get("/extranet/recovery"), Map.of("username", same));
            camille.mailbox().next();
        }
        HOUSE.withFreshBudgets();
        for (var other : List.of(
                camille.username().replace("a", "а"), // Cyrillic
                camille.username().replace("i", "ı"), // dotless
                camille.username().replace("l", "1"),
                camille.username().replace(".", ""),
                "camille hotel",
                camille.username() + "\u200b",
                camille.username() + "@example.org",
                camille.email())) {
            visitor.submit(visitor.get("/extranet/recovery"), Map.of("username", other));
            HOUSE.withFreshBudgets();
        }
        camille.mailbox().isEmpty();
    }

    @Test
    void aNameGivenTwiceIsRefused() {
        var camille = Hotelier.at(HOUSE);
        var visitor = HOUSE.visitor();
        var form = visitor.get("/extranet/recovery")
                .first("main input[name=_csrf]")
                .attr("value");
        var cookies = String.join(
                "; ",
                visitor.cookies().getCookieStore().getCookies().stream()
                        .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                        .toList());
        var answer = RawRequest.send(
                HOUSE.address(),
                "POST /extranet/recovery HTTP/1.1\nHost: " + HOUSE.address().getAuthority()
                        + "\nContent-Type: application/x-www-form-urlencoded\nCookie: " + cookies,
                "username=" + camille.username() + "&username=other&_csrf=" + form);
        assertThat(answer).startsWith("HTTP/1.1 400");
        camille.mailbox().isEmpty();
    }

    @Test
    void knownUnknownAndClosedNamesAreAnsweredAlike() {
        var answers = states().values().stream().map(this::asked).toList();
        assertThat(answers).hasSize(4).allMatch(answers.getFirst()::equals);
    }

    /** Byte for byte, but for what was typed and the letters of the mask; from the first wrong password to the letter. */
    @Test
    void theWholeWayToTheQuestionAndBeyondIsTheSameForNobody() {
        var ways = new LinkedHashMap<String, List<List<Object>>>();
        states().forEach((state, person) -> {
            var way = new ArrayList<List<Object>>();
            for (var failures = 0; failures < 6; failures++) {
                way.add(asked(person));
                way.add(arrived(person.signIn(stranger(), "au hasard " + failures), person));
            }
            way.add(asked(person));
            var visitor = stranger();
            way.add(arrived(visitor.submit(person.ask(visitor), Map.of()), person));
            ways.put(state, way);
        });
        var nobodys = List.copyOf(ways.values()).getFirst();
        assertThat(nobodys.get(10).toString()).as("the fifth failure blocks").contains("Votre compte est bloqué");
        ways.forEach((state, way) -> assertThat(way).as(state).isEqualTo(nobodys));
    }

    /** Asked once or twice, by anybody, from anywhere: an invented address stays, as a real one does. */
    @Test
    void whoeverAsksAgainIsShownTheSameAddress() {
        var nobody = Hotelier.nobody(HOUSE);
        nobody.wrong(5);
        try (var node = HOUSE.secondNode()) {
            var masks = List.of(
                    mask(nobody.ask(HOUSE.visitor())),
                    mask(nobody.ask(HOUSE.visitor().from("127.0.34.1"))),
                    mask(nobody.ask(node.visitor())));
            assertThat(masks).allMatch(masks.getFirst()::equals);
        }
        nobody.mailbox().isEmpty();
    }

    @Test
    void nothingOfAnAddressIsToldBeforeFiveFailures() {
        var camille = Hotelier.at(HOUSE);
        for (var failures = 0; failures < 4; failures++) {
            camille.signIn(HOUSE.visitor(), "au hasard " + failures);
            var answer = camille.ask(HOUSE.visitor());
            assertThat(answer.path()).isEqualTo("/extranet/recovery/sent");
            assertThat(answer.words()).doesNotContain("•");
            camille.mailbox().next();
            HOUSE.withFreshBudgets();
        }
        camille.mailbox().isEmpty();
    }

    /** A hundred names from one address: those that fit the budget, and no more, whatever they are. */
    @Test
    void guessingNamesIsHeldBackByTheBudgetOfTheAddress() {
        var visitor = HOUSE.visitor().from("127.0.34.2");
        var answers = IntStream.range(0, 100)
                .mapToObj(number -> visitor.submit(
                        visitor.get("/extranet/recovery"),
                        Map.of("username", "guess" + number, "challenge", "x.17.0.y.0")))
                .toList();
        assertThat(answers)
                .as("asked with an image, what was typed kept")
                .filteredOn(answer -> answer.status() == 422)
                .hasSize(95)
                .allSatisfy(answer ->
                        assertThat(answer.page().select("[data-question]")).hasSize(1));
    }

    /** Mail cannon (Kratos #1835): a hundred requests for one name, from many addresses. */
    @Test
    void aHundredRequestsSendNoMoreLettersThanTheBudgetOfTheAccount() {
        var camille = Hotelier.at(HOUSE);
        for (var request = 0; request < 100; request++) {
            camille.ask(HOUSE.visitor().from("127.0.35." + (1 + request / 5)));
        }
        IntStream.range(0, 3).forEach(_ -> camille.mailbox().next());
        camille.mailbox().isEmpty();
    }

    /** What an identifier may be. */
    private static Map<String, Hotelier> states() {
        var states = new LinkedHashMap<String, Hotelier>();
        states.put("unknown", Hotelier.nobody(HOUSE));
        states.put("known", Hotelier.at(HOUSE));
        var closed = Hotelier.at(HOUSE);
        update("update account set status = 'disabled' where id = ?", closed);
        states.put("closed", closed);
        var unconfirmed = Hotelier.at(HOUSE);
        update("update account set confirmed_at = null where id = ?", unconfirmed);
        states.put("unconfirmed", unconfirmed);
        return states;
    }

    private static void update(String sql, Hotelier person) {
        HOUSE.bean(JdbcClient.class)
                .sql(sql)
                .param(person.account().id().value())
                .update();
    }

    private List<Object> asked(Hotelier person) {
        return arrived(person.ask(stranger()), person);
    }

    /** From an address that has spent nothing. */
    private static Visitor stranger() {
        return HOUSE.visitor().from("127.0.36." + (1 + STRANGERS.incrementAndGet() % 250));
    }

    /** All that arrives, but for what is random or was typed, and the mask's letters. */
    private static List<Object> arrived(Seen answer, Hotelier person) {
        var headers = new TreeMap<>(answer.response().headers().map());
        headers.keySet().removeAll(List.of("date", "content-length", "set-cookie"));
        return List.of(
                answer.status(),
                answer.path(),
                headers,
                answer.response().headers().allValues("set-cookie").stream()
                        .map(cookie -> cookie.replaceAll("=[^;]*", ""))
                        .toList(),
                answer.body()
                        .replace(person.username(), "")
                        .replaceAll("[^\\s>]?•••[^\\s@]?@[^\\s•]•••\\.[a-z]+", "(mask)")
                        .replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "")
                        .replaceAll("data-puzzle=\"[^\"]*\"", ""));
    }

    private static String mask(Seen question) {
        return question.first("main .address[dir=ltr]").text();
    }
}
