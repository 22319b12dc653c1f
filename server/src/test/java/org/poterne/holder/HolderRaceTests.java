package org.poterne.holder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.poterne.holder.SignedInVisitor.PASSWORD;
import static org.poterne.house.Hands.allAtOnce;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.poterne.audit.AuditEntry;
import org.poterne.audit.AuditLog;
import org.poterne.house.House;
import org.poterne.house.Person;
import org.poterne.house.Seen;
import org.poterne.house.Visitor;
import org.poterne.session.OwnSessions;
import org.poterne.tenant.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Many hands on one account at once, on two nodes. */
class HolderRaceTests {

    private static final House HOUSE = House.open();
    private static final House SECOND = HOUSE.secondNode();
    private static final TenantId GIMIC = new TenantId("gimic");
    private static final String FRESH = "une nouvelle clé de 24 pieds";

    private final Person camille = HOUSE.person("gimic", PASSWORD);

    @AfterAll
    static void close() {
        SECOND.close();
    }

    @Test
    void ofTwelveChangesAtOnceOnTwoNodesOneSetsThePassword() {
        var visitors = IntStream.range(0, 12)
                .mapToObj(number -> SignedInVisitor.at(node(number), camille, "127.0.9." + (20 + number)))
                .toList();
        var pages = visitors.stream()
                .map(visitor -> visitor.get("/account/password"))
                .toList();
        var answers = allAtOnce(IntStream.range(0, 12)
                .<Callable<Seen>>mapToObj(number -> () -> untilHeard(
                        visitors.get(number).visitor(),
                        pages.get(number),
                        Map.of(
                                "current", PASSWORD,
                                "password", FRESH + number,
                                "confirmation", FRESH + number)))
                .toList());
        assertThat(answers)
                .filteredOn(seen -> seen.path().equals("/gimic/account"))
                .hasSize(1);
        assertThat(answers).allMatch(seen -> seen.status() < 500);
        assertThat(HOUSE.bean(OwnSessions.class)
                        .of(GIMIC, HOUSE.account(camille).id()))
                .as("the session of the change that won")
                .hasSize(1);
        camille.mailbox().next();
        camille.mailbox().isEmpty();
    }

    @Test
    void ofSixDeletionsAtOnceOnTwoNodesOneIsMadeAndOneLetterSent() {
        var account = HOUSE.account(camille).id();
        var visitors = IntStream.range(0, 6)
                .mapToObj(number -> SignedInVisitor.at(node(number), camille, "127.0.9." + (40 + number)))
                .toList();
        var pages =
                visitors.stream().map(visitor -> visitor.get("/account/delete")).toList();
        var answers = allAtOnce(IntStream.range(0, 6)
                .<Callable<Seen>>mapToObj(number -> () ->
                        untilHeard(visitors.get(number).visitor(), pages.get(number), Map.of("current", PASSWORD)))
                .toList());
        assertThat(answers).allMatch(seen -> seen.path().equals("/gimic/sign-in"));
        assertThat(HOUSE.bean(AuditLog.class).of(GIMIC, account, 100))
                .extracting(AuditEntry::what)
                .filteredOn("user_deleted"::equals)
                .hasSize(1);
        assertThat(camille.mailbox().next().subject()).contains("a été supprimé");
        camille.mailbox().isEmpty();
    }

    /** 40 guesses from one browser on two nodes, at the account's pages and at the door: never more than five compared. */
    @Test
    void parallelGuessesAtEveryPageOnTwoNodesAreNotAllEvaluated() {
        var visitor = SignedInVisitor.at(HOUSE, camille, "127.0.9.61");
        var pages = List.of(
                visitor.get("/account/password"),
                visitor.get("/account/delete"),
                visitor.get("/account/sessions/end-others"),
                HOUSE.visitor().get("/gimic/sign-in"));
        var answers = allAtOnce(IntStream.range(0, 40)
                .<Callable<Seen>>mapToObj(number -> () -> {
                    var hand = node(number).visitor().from("127.0.9." + (62 + number % 4));
                    visitor.visitor()
                            .cookies()
                            .getCookieStore()
                            .getCookies()
                            .forEach(cookie -> hand.cookies().getCookieStore().add(HOUSE.address(), cookie));
                    var guess = "essai " + number;
                    var door = Map.of("identifier", camille.email(), "password", guess);
                    var form = Map.of("current", guess, "password", FRESH, "confirmation", FRESH);
                    return hand.submit(pages.get(number % 4), number % 4 == 3 ? door : form);
                })
                .toList());
        assertThat(answers).allMatch(seen -> seen.status() >= 400 && seen.status() < 500);
        assertThat(HOUSE.bean(JdbcClient.class)
                        .sql("select max(failures) from lockout where account_id = :id")
                        .param("id", HOUSE.account(camille).id().value())
                        .query(Integer.class)
                        .single())
                .as("compared, as the count of all in a row tells")
                .isLessThanOrEqualTo(5);
    }

    private static House node(int number) {
        return List.of(HOUSE, SECOND).get(number % 2);
    }

    /** A full hashing queue answers 503: an honest hand tries again. */
    private static Seen untilHeard(Visitor visitor, Seen page, Map<String, String> typed) {
        var seen = visitor.submit(page, typed);
        while (seen.status() == 503) {
            seen = visitor.submit(page, typed);
        }
        return seen;
    }
}
