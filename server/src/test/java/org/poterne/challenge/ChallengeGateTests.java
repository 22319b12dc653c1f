package org.poterne.challenge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.poterne.challenge.Admission.Admitted;
import org.poterne.challenge.Admission.Asked;
import org.poterne.challenge.Admission.TooMany;
import org.poterne.house.House;
import org.poterne.house.PuzzleWork;
import org.poterne.key.InstallationKey;
import org.poterne.tenant.TenantId;
import org.poterne.tenant.Tenants;
import org.poterne.throttle.ClientAddress;
import org.poterne.throttle.Throttle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Work earns a wide budget, once; nothing earns it back. */
class ChallengeGateTests {

    private static final House HOUSE = House.open();
    private static final TenantId GIMIC = new TenantId("gimic");
    private static final TenantId VOISINE = new TenantId("voisine");
    private static final String ACTION = "test action";
    private static final AtomicInteger ADDRESSES = new AtomicInteger();

    private final ChallengeGate gate = HOUSE.bean(ChallengeGate.class);
    private final ClientAddress from = address();

    @Test
    void workIsCountedWidely() {
        for (var time = 0; time < 60; time++) {
            assertThat(admit(solved())).isInstanceOf(Admitted.class);
        }
        assertThat(admit(solved()))
                .isInstanceOfSatisfying(
                        TooMany.class,
                        tooMany -> assertThat(tooMany.pause()).isBetween(Duration.ofMinutes(1), Duration.ofHours(1)));
        assertThat(admit(gate, ACTION, solved(), address()))
                .as("from elsewhere")
                .isInstanceOf(Admitted.class);
    }

    /** No JavaScript is no reason to be turned away; nor is it a way around (CA-1). */
    @Test
    void withoutWorkAFewAreLetIn() {
        for (var time = 0; time < 5; time++) {
            assertThat(admit("")).isInstanceOf(Admitted.class);
        }
        assertThat(admit("")).isInstanceOf(Asked.class);
        assertThat(admit(solved())).as("work is counted apart").isInstanceOf(Admitted.class);
    }

    @Test
    void anAnswerIsGoodOnceForItsTenantAndActionOnly() {
        spendNarrowBudget();
        var answer = solved();
        assertThat(admit(gate, "test other", answer, from))
                .as("counted narrowly there")
                .isInstanceOf(Admitted.class);
        assertThat(HOUSE.bean(JdbcClient.class)
                        .sql("select count(*) from challenge_spent where digest = :digest")
                        .param(
                                "digest",
                                PuzzleAnswer.parse(answer).orElseThrow().puzzleDigest())
                        .query(Integer.class)
                        .single())
                .as("it earned nothing there, and is not spent")
                .isZero();
        assertThat(admit(solvedFor(VOISINE, ACTION))).isInstanceOf(Asked.class);
        assertThat(admit(solvedFor(GIMIC, "test other"))).isInstanceOf(Asked.class);
        assertThat(admit(answer)).isInstanceOf(Admitted.class);
        assertThat(admit(answer)).as("replayed").isInstanceOf(Asked.class);
    }

    @Test
    void aSecondCounterIsNoSecondAnswer() {
        spendNarrowBudget();
        var puzzle = gate.issue(GIMIC, ACTION);
        var first = PuzzleWork.answer(puzzle.text(), puzzle.bits());
        var counter = Long.parseLong(first.substring(first.lastIndexOf('.') + 1));
        assertThat(admit(first)).isInstanceOf(Admitted.class);
        assertThat(admit(PuzzleWork.answer(puzzle.text(), puzzle.bits(), counter + 1)))
                .isInstanceOf(Asked.class);
    }

    @Test
    void anAnswerIsGoodForTenMinutes() {
        var noon = Instant.parse("2027-03-01T12:00:00Z");
        spendNarrowBudget();
        var answers = List.of(solvedAt(noon), solvedAt(noon));
        var last = noon.plus(Duration.ofMinutes(10)).minusMillis(1);
        assertThat(admit(at(last), ACTION, answers.getFirst(), from)).isInstanceOf(Admitted.class);
        assertThat(admit(at(last.plusMillis(1)), ACTION, answers.getLast(), from))
                .isInstanceOf(Asked.class);
    }

    @Test
    void whatIsTouchedIsForged() {
        spendNarrowBudget();
        var answer = solved();
        for (var index = 0; index < answer.lastIndexOf('.'); index++) {
            var other = answer.charAt(index) == '7' ? '8' : '7';
            var forged = answer.substring(0, index) + other + answer.substring(index + 1);
            assertThat(admit(forged)).as(forged).isInstanceOf(Asked.class);
        }
        assertThat(admit(answer)).isInstanceOf(Admitted.class);
    }

    @Test
    void anEasierPuzzleOfOnesOwnIsForgedHoweverWellSolved() {
        spendNarrowBudget();
        var puzzle = gate.issue(GIMIC, ACTION);
        var easier = puzzle.text().replaceFirst("\\.17\\.", ".0.");
        assertThat(easier).isNotEqualTo(puzzle.text());
        assertThat(admit(PuzzleWork.answer(easier, puzzle.bits()))).isInstanceOf(Asked.class);
    }

    @Test
    void whatIsNotSolvedOrIsNoAnswerEarnsNothing() {
        spendNarrowBudget();
        var puzzle = gate.issue(GIMIC, ACTION);
        var unsolved = 0L;
        while (PuzzleWork.zeroBits(puzzle.text() + "." + unsolved) >= puzzle.bits()) {
            unsolved++;
        }
        for (var text : List.of(
                puzzle.text() + "." + unsolved,
                puzzle.text(),
                puzzle.text() + ".",
                puzzle.text() + ".-1",
                puzzle.text() + ".99999999999",
                "....",
                "\u0000",
                "é".repeat(83),
                "1".repeat(1_000_000))) {
            assertThat(admit(text)).isInstanceOf(Asked.class);
        }
    }

    /** attacks.md 16: a throttle is not reset by a new CAPTCHA or a reload (LTB #763). */
    @Test
    void aNewPuzzleGivesNothingBack() {
        spendNarrowBudget();
        for (var reload = 0; reload < 100; reload++) {
            gate.issue(GIMIC, ACTION);
        }
        assertThat(admit("")).isInstanceOf(Asked.class);
        assertThat(admit(solved())).isInstanceOf(Admitted.class);
        assertThat(admit("")).as("nor does one that was solved").isInstanceOf(Asked.class);
    }

    @Test
    void noTwoPuzzlesAreTheSame() {
        var seen = new HashSet<String>();
        for (var time = 0; time < 1_000; time++) {
            assertThat(seen.add(gate.issue(GIMIC, ACTION).text())).isTrue();
        }
    }

    @Test
    void ofAHundredHandsWithOneAnswerAtTwoNodesOneHasEarnedIt() throws InterruptedException, ExecutionException {
        try (var second = HOUSE.secondNode()) {
            spendNarrowBudget();
            var nodes = List.of(gate, second.bean(ChallengeGate.class));
            for (var round = 0; round < 3; round++) {
                assertThat(admitted(nodes, solved())).isOne();
            }
        }
    }

    @Test
    void whatIsSpentIsForgottenWhenNoNodeCouldTakeItForFresh() {
        var noon = Instant.parse("2020-03-01T12:00:00Z");
        var expiry = noon.plus(Puzzles.LIFE);
        admit(at(noon), ACTION, solvedAt(noon), from);
        spent(expiry.plus(Duration.ofHours(1))).forgetExpired();
        assertThat(rows(expiry)).isOne();
        spent(expiry.plus(Duration.ofHours(1)).plusMillis(1)).forgetExpired();
        assertThat(rows(expiry)).isZero();
    }

    private long admitted(List<ChallengeGate> nodes, String answer) throws InterruptedException, ExecutionException {
        var together = new CountDownLatch(1);
        var hands = new ArrayList<Future<Admission>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var hand = 0; hand < 100; hand++) {
                var node = nodes.get(hand % nodes.size());
                hands.add(threads.submit(() -> {
                    together.await();
                    return admit(node, ACTION, answer, from);
                }));
            }
            together.countDown();
        }
        var admitted = 0L;
        for (var hand : hands) {
            admitted += hand.get() instanceof Admitted ? 1 : 0;
        }
        return admitted;
    }

    private void spendNarrowBudget() {
        for (var time = 0; time < 5; time++) {
            assertThat(admit("")).isInstanceOf(Admitted.class);
        }
        assertThat(admit("")).isInstanceOf(Asked.class);
    }

    private Admission admit(String answer) {
        return admit(gate, ACTION, answer, from);
    }

    private static Admission admit(ChallengeGate gate, String action, String answer, ClientAddress from) {
        var request = new MockHttpServletRequest();
        request.setRemoteAddr(from.value());
        request.setParameter("challenge", answer);
        var tenant = HOUSE.bean(Tenants.class).find(GIMIC).orElseThrow();
        return gate.admit(tenant, action, Locale.FRENCH, request, new MockHttpServletResponse());
    }

    private String solved() {
        return solvedFor(GIMIC, ACTION);
    }

    private String solvedFor(TenantId tenant, String action) {
        return answer(gate.issue(tenant, action));
    }

    private static String solvedAt(Instant now) {
        return answer(at(now).issue(GIMIC, ACTION));
    }

    private static String answer(Puzzle puzzle) {
        return PuzzleWork.answer(puzzle.text(), puzzle.bits());
    }

    private static ChallengeGate at(Instant now) {
        var puzzles = new Puzzles(HOUSE.bean(InstallationKey.class), spent(now), Clock.fixed(now, ZoneOffset.UTC));
        var throttle = HOUSE.bean(Throttle.class);
        var questions =
                new Questions(HOUSE.bean(OpenQuestions.class), puzzles, HOUSE.bean(QuestionBrowser.class), throttle);
        return new ChallengeGate(puzzles, questions, throttle);
    }

    private static SpentPuzzles spent(Instant now) {
        return new SpentPuzzles(HOUSE.bean(JdbcClient.class), Clock.fixed(now, ZoneOffset.UTC));
    }

    private static int rows(Instant expiry) {
        return HOUSE.bean(JdbcClient.class)
                .sql("select count(*) from challenge_spent where expires_at = :expiry")
                .param("expiry", expiry.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    private static ClientAddress address() {
        return ClientAddress.of("198.51.100." + ADDRESSES.incrementAndGet());
    }
}
