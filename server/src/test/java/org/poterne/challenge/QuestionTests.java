package org.poterne.challenge;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.poterne.house.Eyes;
import org.poterne.house.Hands;
import org.poterne.house.House;
import org.poterne.house.PuzzleWork;
import org.poterne.house.Seen;
import org.poterne.house.Visitor;
import org.poterne.key.InstallationKey;
import org.poterne.tenant.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A question is answered once, in time, where and by whom it was asked (attack 15 of the requirements; CA-1 to CA-6). */
class QuestionTests {

    private static final House HOUSE = House.open();
    private static final String ROOM = "/gimic/question-room/one";
    private static final Map<String, String> WORD = Map.of("typed", "Camille");
    private static final TenantId GIMIC = new TenantId("gimic");

    private final Visitor visitor = HOUSE.visitor();

    @BeforeEach
    void nothingIsSpent() {
        HOUSE.withFreshBudgets();
    }

    @Test
    void whatIsReadPassesOnceAndNoSecondTime() {
        var page = visitor.get(ROOM);
        var answer = Eyes.read(HOUSE, page);
        assertThat(send(page, answer).heading()).isEqualTo("Entrez, Camille");
        assertThat(error(send(page, answer)))
                .isEqualTo("L’image a plus de cinq minutes, ou elle a déjà servi. En voici une autre.");
    }

    @Test
    void whatIsHeardIsAsGoodAndWorkIsToo() {
        var page = visitor.get(ROOM);
        var heard = Map.of("challenge-answer", Eyes.digits(HOUSE, Eyes.id(page)));
        assertThat(send(page, heard).heading()).isEqualTo("Entrez, Camille");
        var next = visitor.get(ROOM);
        assertThat(send(next, Map.of("challenge", PuzzleWork.answer(next))).heading())
                .isEqualTo("Entrez, Camille");
    }

    @Test
    void aWrongAnswerKillsItsQuestionAndAnotherIsPut() {
        var page = visitor.get(ROOM);
        var right = Eyes.read(HOUSE, page);
        var again = send(page, Map.of("challenge-answer", "AAAAAA"));
        assertThat(again.status()).isEqualTo(422);
        assertThat(error(again)).isEqualTo("Ces caractères ne sont pas ceux de l’image. En voici une autre.");
        assertThat(again.first("#typed").attr("value")).isEqualTo("Camille");
        assertThat(again.first("#challenge-answer").attr("value")).isEmpty();
        assertThat(Eyes.id(again)).isNotEqualTo(Eyes.id(page));
        assertThat(error(send(page, right))).contains("déjà servi");
        assertThat(send(again, Eyes.read(HOUSE, again)).heading()).isEqualTo("Entrez, Camille");
    }

    @Test
    void nothingTypedIsNoAnswer() {
        var page = visitor.get(ROOM);
        assertThat(error(send(page, Map.of("challenge-answer", " "))))
                .isEqualTo("Saisissez les caractères de l’image, ou les chiffres que vous entendez.");
        assertThat(error(send(page, Map.of("challenge-id", "nothing", "challenge-answer", "AAAAAA"))))
                .contains("déjà servi");
    }

    /** Nor does it die of it: nobody spends another's question. */
    @Test
    void anAnswerIsWorthNothingInAnotherBrowserTenantOrAction() {
        var page = visitor.get(ROOM);
        var fields = new HashMap<>(Eyes.read(HOUSE, page));
        fields.put("challenge-id", Eyes.id(page));
        for (var elsewhere : List.of(HOUSE.visitor(), visitor)) {
            for (var room : List.of("/gimic/question-room/two", "/voisine/question-room/one")) {
                assertThat(error(submit(elsewhere, elsewhere.get(room), fields)))
                        .as(room)
                        .contains("déjà servi");
            }
        }
        var stranger = HOUSE.visitor();
        assertThat(error(submit(stranger, stranger.get(ROOM), fields))).contains("déjà servi");
        assertThat(send(page, fields).heading()).as("still good here").isEqualTo("Entrez, Camille");
    }

    @Test
    void theAnswerIsInNoPageHeaderCookieOrAddress() {
        var page = visitor.get(ROOM);
        var id = Eyes.id(page);
        var image = visitor.get("/gimic/challenge/" + id + "/image.png");
        var all = page.body()
                + page.response().headers().map()
                + page.response().uri()
                + image.response().headers().map()
                + image.response().uri()
                + visitor.cookies().getCookieStore().getCookies();
        assertThat(all.toUpperCase(Locale.ROOT))
                .doesNotContain(Eyes.characters(HOUSE, id))
                .doesNotContain(Eyes.digits(HOUSE, id));
        var row = HOUSE.bean(JdbcClient.class)
                .sql("select q::text || encode(solution, 'escape') from challenge_question q where id = :id::uuid")
                .param("id", id)
                .query(String.class)
                .single();
        assertThat(row).as("at rest").doesNotContain(Eyes.characters(HOUSE, id), Eyes.digits(HOUSE, id));
    }

    @Test
    void afterFiveMinutesItIsNeitherAnsweredNorShown() {
        var noon = Instant.parse("2027-03-01T12:00:00Z");
        var browser = new byte[] {1};
        for (var late : List.of(Duration.ofMinutes(5).minusMillis(1), Duration.ofMinutes(5))) {
            var id = at(noon).put(GIMIC, browser, "one", Locale.FRENCH);
            var then = at(noon.plus(late));
            var inTime = late.compareTo(Duration.ofMinutes(5)) < 0;
            assertThat(then.show(GIMIC, browser, id).isPresent()).isEqualTo(inTime);
            assertThat(then.isOpen(GIMIC, browser, "one", id)).isEqualTo(inTime);
            assertThat(then.take(GIMIC, browser, "one", id).isPresent()).isEqualTo(inTime);
        }
    }

    @Test
    void whatIsExpiredIsForgotten() {
        var past = Instant.parse("2020-03-01T12:00:00Z");
        var browser = new byte[] {2};
        at(past).put(GIMIC, browser, "one", Locale.FRENCH);
        at(past.plus(OpenQuestions.LIFE).minusMillis(1)).forgetExpired();
        assertThat(rows(browser)).isOne();
        at(past.plus(OpenQuestions.LIFE)).forgetExpired();
        assertThat(rows(browser)).isZero();
    }

    @Test
    void ofFortyHandsWithOneRightAnswerAtTwoNodesOneIsHeard() {
        try (var second = HOUSE.secondNode()) {
            var page = visitor.get(ROOM);
            var fields = new HashMap<>(WORD);
            fields.putAll(Eyes.read(HOUSE, page));
            fields.put("challenge-id", Eyes.id(page));
            fields.put("_csrf", page.first("input[name=_csrf]").attr("value"));
            var there = second.visitor().withCookiesOf(visitor);
            var answers = Hands.allAtOnce(IntStream.range(0, 40)
                    .<Callable<Seen>>mapToObj(hand -> () -> (hand % 2 == 0 ? visitor : there).post(ROOM, fields))
                    .toList());
            assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
            assertThat(answers).filteredOn(answer -> answer.status() == 422).hasSize(39);
        }
    }

    /** Each tab has its own question; the sixth takes the place of the oldest. */
    @Test
    void fiveTabsAreAliveAndNoMore() {
        var tabs = IntStream.range(0, 6).mapToObj(_ -> visitor.get(ROOM)).toList();
        var first = tabs.getFirst();
        assertThat(visitor.get("/gimic/challenge/" + Eyes.id(first) + "/image.png")
                        .status())
                .isEqualTo(404);
        for (var tab : tabs.subList(1, 6)) {
            assertThat(send(tab, Eyes.read(HOUSE, tab)).heading()).isEqualTo("Entrez, Camille");
        }
    }

    @Test
    void howeverManyAreAskedAtOnceABrowserHasFive() {
        visitor.get(ROOM);
        Hands.allAtOnce(IntStream.range(0, 30)
                .<Callable<Seen>>mapToObj(_ -> () -> visitor.get(ROOM))
                .toList());
        var browsers = HOUSE.bean(JdbcClient.class)
                .sql(
                        "select max(many) from (select count(*) as many from challenge_question group by tenant_id, browser) as x")
                .query(Integer.class)
                .single();
        assertThat(browsers).isLessThanOrEqualTo(5);
    }

    @Test
    void imageAndSoundAreForTheBrowserThatWasAskedAndTheSameAfterAReload() {
        var page = visitor.get(ROOM);
        for (var file : List.of("image.png", "audio.wav")) {
            var address = "/gimic/challenge/" + Eyes.id(page) + "/" + file;
            var seen = visitor.get(address);
            assertThat(seen.status()).isEqualTo(200);
            assertThat(seen.header("Cache-Control")).isEqualTo("no-store");
            assertThat(seen.header("Content-Type")).isIn("image/png", "audio/wav");
            assertThat(visitor.get(address).body()).as("a reload is no help").isEqualTo(seen.body());
            assertThat(HOUSE.visitor().get(address).status()).isEqualTo(404);
            assertThat(visitor.get(address.replace("/gimic/", "/voisine/")).status())
                    .isEqualTo(404);
            assertThat(visitor.get("/gimic/challenge/nothing/" + file).status()).isEqualTo(404);
        }
    }

    /** Some players ask for two bytes first, and play nothing when they get all. */
    @Test
    void aSoundIsGivenInPieces() {
        var page = visitor.get(ROOM);
        var audio = HOUSE.address().resolve("/gimic/challenge/" + Eyes.id(page) + "/audio.wav");
        var piece = visitor.send(HttpRequest.newBuilder(audio).header("Range", "bytes=0-3"));
        assertThat(piece.status()).isEqualTo(206);
        assertThat(piece.body()).isEqualTo("RIFF");
    }

    @Test
    void oneQuestionIsDrawnSixtyTimesAtMost() {
        var image = "/gimic/challenge/" + Eyes.id(visitor.get(ROOM)) + "/image.png";
        for (var time = 0; time < 60; time++) {
            assertThat(visitor.get(image).status()).isEqualTo(200);
        }
        assertThat(visitor.get(image).status()).isEqualTo(404);
    }

    @Test
    void anotherImageKeepsWhatWasTypedAndIsNoFault() {
        var page = visitor.get(ROOM);
        var other = send(page, Map.of("challenge-renew", "yes", "challenge-answer", "AAA"));
        assertThat(other.words()).contains("Voici une autre image.");
        assertThat(other.page().select("[aria-invalid]")).isEmpty();
        assertThat(other.first("#typed").attr("value")).isEqualTo("Camille");
        assertThat(Eyes.id(other)).isNotEqualTo(Eyes.id(page));
        assertThat(send(other, Eyes.read(HOUSE, other)).heading()).isEqualTo("Entrez, Camille");
    }

    @Test
    void anotherImageInPlaceIsForTheBrowserThatWasAskedAndEndsTheFirst() {
        var page = visitor.get(ROOM);
        var before = Eyes.read(HOUSE, page);
        var csrf = page.first("input[name=_csrf]").attr("value");
        var fields = Map.of("_csrf", csrf, "challenge-id", Eyes.id(page));
        var stranger = HOUSE.visitor();
        var theirs = stranger.get(ROOM).first("input[name=_csrf]").attr("value");
        assertThat(stranger.post("/gimic/challenge/renew", Map.of("_csrf", theirs, "challenge-id", Eyes.id(page)))
                        .status())
                .isEqualTo(404);
        assertThat(visitor.post("/gimic/challenge/renew", Map.of("challenge-id", Eyes.id(page)))
                        .status())
                .as("forged elsewhere")
                .isEqualTo(403);
        var renewed = visitor.post("/gimic/challenge/renew", fields);
        assertThat(renewed.body()).matches("\\{\"id\":\"[0-9a-f-]{36}\"}");
        assertThat(visitor.post("/gimic/challenge/renew", fields).status()).isEqualTo(404);
        assertThat(error(send(page, before))).contains("déjà servi");
        var id = renewed.body().substring(7, 43);
        assertThat(send(page, Map.of("challenge-id", id, "challenge-answer", Eyes.characters(HOUSE, id)))
                        .heading())
                .isEqualTo("Entrez, Camille");
    }

    @Test
    void nothingIsRenewedByAskingForAPage() {
        var page = visitor.get(ROOM);
        var get =
                HttpRequest.newBuilder(HOUSE.address().resolve("/gimic/challenge/renew?challenge-id=" + Eyes.id(page)));
        assertThat(visitor.send(get).status()).isEqualTo(405);
        assertThat(visitor.send(get.method("HEAD", BodyPublishers.noBody())).status())
                .isEqualTo(405);
        assertThat(send(page, Eyes.read(HOUSE, page)).heading()).isEqualTo("Entrez, Camille");
    }

    /** Something else on the page is to be mended: the image and what was read of it stay (WCAG 3.3.7). */
    @Test
    void aQuestionAndItsAnswerAreKeptWhileTheRestIsMended() {
        var page = visitor.get(ROOM);
        var answer = Eyes.read(HOUSE, page);
        var again = visitor.submit(page, answer);
        assertThat(again.status()).isEqualTo(422);
        assertThat(Eyes.id(again)).isEqualTo(Eyes.id(page));
        assertThat(again.first("#challenge-answer").attr("value")).isEqualTo(answer.get("challenge-answer"));
        assertThat(send(again, Map.of("challenge", "")).heading()).isEqualTo("Entrez, Camille");
    }

    /** CA-1, attack 16: an answer earns one request, counted like any other. */
    @Test
    void sixtyRightAnswersAnHourAreLetInFromOneAddressAndNoMore() {
        for (var time = 0; time < 60; time++) {
            var page = visitor.get(ROOM);
            assertThat(send(page, Eyes.read(HOUSE, page)).heading()).isEqualTo("Entrez, Camille");
        }
        var fresh = HOUSE.visitor();
        var page = fresh.get(ROOM);
        assertThat(submit(fresh, page, Eyes.read(HOUSE, page)).heading()).isEqualTo("Patientez, Camille");
        var next = fresh.get(ROOM);
        assertThat(submit(fresh, next, Map.of("challenge", PuzzleWork.answer(next)))
                        .heading())
                .as("whatever the proof")
                .isEqualTo("Patientez, Camille");
    }

    /** CA-5. Neither a new browser nor a reload brings more; the way without an image stays open. */
    @Test
    void afterManyImagesTheWorkIsLeft() {
        for (var time = 0; time < 240; time++) {
            visitor.get(ROOM);
        }
        var fresh = HOUSE.visitor();
        var page = fresh.get(ROOM);
        assertThat(page.page().select("img, audio, [name=challenge-id], [name=challenge-answer]"))
                .isEmpty();
        assertThat(page.words()).contains("Trop d’images ont été demandées depuis votre réseau.");
        assertThat(submit(fresh, page, Map.of("challenge", PuzzleWork.answer(page)))
                        .heading())
                .isEqualTo("Entrez, Camille");
    }

    private Seen send(Seen page, Map<String, String> fields) {
        return submit(visitor, page, fields);
    }

    private static Seen submit(Visitor visitor, Seen page, Map<String, String> fields) {
        var all = new HashMap<>(WORD);
        all.putAll(fields);
        return visitor.submit(page, all);
    }

    private static String error(Seen page) {
        return page.first("#challenge-answer-error").text();
    }

    private static OpenQuestions at(Instant now) {
        return new OpenQuestions(
                HOUSE.bean(JdbcClient.class), HOUSE.bean(InstallationKey.class), Clock.fixed(now, ZoneOffset.UTC));
    }

    private static int rows(byte[] browser) {
        return HOUSE.bean(JdbcClient.class)
                .sql("select count(*) from challenge_question where browser = :browser")
                .param("browser", browser)
                .query(Integer.class)
                .single();
    }
}
