package org.poterne.courier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.poterne.courier.PostRoom.letter;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.poterne.house.Person;
import org.poterne.house.ScriptedSmtp;
import org.poterne.house.ScriptedSmtp.Act;
import org.poterne.house.ScriptedSmtp.Act.AnswerLetter;
import org.poterne.house.ScriptedSmtp.Act.AnswerRecipient;
import org.poterne.house.ScriptedSmtp.Act.AnswerSender;
import org.poterne.house.ScriptedSmtp.Act.Close;
import org.poterne.house.ScriptedSmtp.Act.DropInData;
import org.poterne.house.ScriptedSmtp.Act.Hang;
import org.springframework.transaction.IllegalTransactionStateException;

/** What becomes of a letter on a mail server's bad day. */
class DeliveryTests {

    private static final ScriptedSmtp SMTP = new ScriptedSmtp();
    private static final PostRoom ROOM = PostRoom.open(SMTP, Map.of());
    private static final Pattern LINK = Pattern.compile("http://localhost:\\d+/gimic/recovery/open\\?token=3D\\S+");

    @AfterEach
    void aGoodDayAgain() {
        SMTP.play();
    }

    @Test
    void aLetterIsTriedAgainWithAFreshLinkEachTimeAndTheOlderOnesAreDead() {
        var camille = ROOM.house().person("gimic");
        SMTP.play(new AnswerLetter(451), new AnswerLetter(451), new AnswerLetter(452));
        var letter = ask(camille);
        for (var tries = 1; tries <= 3; tries++) {
            var entry = ROOM.whenItStands(letter, "waiting", tries);
            assertThat(entry.trouble()).isEqualTo(tries < 3 ? "SMTP 451" : "SMTP 452");
            ROOM.forward(LetterRound.pauseAfter(tries));
        }
        assertThat(ROOM.whenItStands(letter, "sent", 4).trouble()).isEmpty();

        var links = links(camille);
        assertThat(links).hasSize(4).doesNotHaveDuplicates();
        for (var dead : links.subList(0, 3)) {
            assertThat(ROOM.house().visitor().get(dead).heading()).isEqualTo("Ce lien ne fonctionne pas");
        }
        assertThat(ROOM.house().visitor().get(links.getLast()).heading()).isEqualTo("Changer votre mot de passe");
    }

    static List<Act> passingTroubles() {
        return List.of(
                new AnswerSender(421),
                new AnswerSender(451),
                new AnswerSender(530),
                new AnswerRecipient(450),
                new AnswerRecipient(452),
                new Hang(),
                new DropInData(),
                new Close());
    }

    @ParameterizedTest
    @MethodSource
    void passingTroubles(Act trouble) {
        var to = UUID.randomUUID() + "@example.org";
        SMTP.play(trouble);
        var letter = ROOM.queue(letter(to, "Ada", "Bonjour"));
        var entry = ROOM.whenItStands(letter, "waiting", 1);
        assertThat(entry.trouble()).isNotEmpty().doesNotContain("@", "example");
        assertThat(SMTP.received(to)).isEmpty();

        ROOM.forward(LetterRound.pauseAfter(1));
        ROOM.whenItStands(letter, "sent", 2);
        assertThat(SMTP.received(to)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {550, 551, 553, 554})
    void anAddressRefusedForGoodIsUndeliverableAndNotTriedAgain(int code) {
        var to = UUID.randomUUID() + "@example.org";
        SMTP.play(new AnswerRecipient(code));
        var letter = ROOM.queue(letter(to, "Ada", "Bonjour"));
        var entry = ROOM.whenItStands(letter, "undeliverable", 1);
        assertThat(entry).isEqualTo(new PostRoom.Entry("undeliverable", 1, "SMTP " + code));
        assertThat(tasksOf(letter)).isZero();
        ROOM.forward(Duration.ofMinutes(11));
        assertThat(SMTP.received(to)).isEmpty();
    }

    @Test
    void aLetterWaitsForAMailServerThatIsDown() {
        var to = UUID.randomUUID() + "@example.org";
        SMTP.goDown();
        var letter = ROOM.queue(letter(to, "Ada", "Bonjour"));
        assertThat(ROOM.whenItStands(letter, "waiting", 1).trouble()).isNotEmpty();
        assertThat(ROOM.house().bean(LetterRegister.class).standing())
                .containsEntry("waiting", 1L)
                .containsEntry("troubled", 1L);
        SMTP.comeBack();
        ROOM.forward(LetterRound.pauseAfter(1));
        ROOM.whenItStands(letter, "sent", 2);
        assertThat(SMTP.received(to)).hasSize(1);
    }

    @Test
    void aLetterIsNotSentOnceItsLinkWouldBeDead() {
        var to = UUID.randomUUID() + "@example.org";
        SMTP.play(new AnswerRecipient(450));
        var letter = ROOM.queue(letter(to, "Ada", "Bonjour"), Duration.ofHours(1));
        ROOM.whenItStands(letter, "waiting", 1);
        ROOM.forward(Duration.ofMinutes(61));
        assertThat(ROOM.whenItStands(letter, "stale", 2).trouble()).isEqualTo("not sent in time");
        assertThat(tasksOf(letter)).isZero();
        assertThat(SMTP.received(to)).isEmpty();
    }

    @Test
    void aLetterToNobodyIsClosedWithoutAWord() {
        var order = ROOM.order(UUID.randomUUID(), Duration.ofHours(1));
        ROOM.inTransaction(() -> ROOM.house().bean(Courier.class).queue(order));
        var letter = letterAbout(order.concerns());
        ROOM.whenItStands(letter, "nobody", 1);
        assertThat(tasksOf(letter)).isZero();
    }

    @Test
    void aLetterOfATransactionThatIsUndoneIsNeverSent() {
        var to = UUID.randomUUID() + "@example.org";
        var concerns = ROOM.house().bean(PostRoom.StubPen.class).toWrite(letter(to, "Ada", "Bonjour"));
        assertThatThrownBy(() -> ROOM.inTransaction(() -> {
                    ROOM.house().bean(Courier.class).queue(ROOM.order(concerns, Duration.ofHours(1)));
                    throw new IllegalStateException("what owed the letter failed");
                }))
                .hasMessage("what owed the letter failed");
        assertThat(ROOM.sql("select count(*) from letter where concerns = :concerns")
                        .param("concerns", concerns)
                        .query(Long.class)
                        .single())
                .isZero();
        ROOM.sent(letter(UUID.randomUUID() + "@example.org", "Ada", "Après"));
        assertThat(SMTP.received(to)).isEmpty();
    }

    @Test
    void aLetterOutsideATransactionIsRefused() {
        var order = ROOM.order(UUID.randomUUID(), Duration.ofHours(1));
        assertThatThrownBy(() -> ROOM.house().bean(Courier.class).queue(order))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void twoNodesShareTheQueueAndEachLetterGoesOnce() {
        var tos = new ArrayList<String>();
        var ids = new ArrayList<UUID>();
        try (var _ = secondNode()) {
            for (var number = 0; number < 30; number++) {
                tos.add("two." + number + "@example.org");
                ids.add(ROOM.queue(letter(tos.getLast(), "Ada", "Bonjour")));
            }
            ids.forEach(id -> ROOM.whenItStands(id, "sent", 1));
        }
        assertThat(tos).allSatisfy(to -> assertThat(SMTP.received(to)).hasSize(1));
        assertThat(ids).allSatisfy(id -> assertThat(ROOM.entry(id).tries()).isEqualTo(1));
    }

    /** The first node's pen writes for both: a node does not know what the test told the other. */
    private static org.poterne.house.House secondNode() {
        var node = ROOM.house().secondNode(PostRoom.Pens.class, Map.of("spring.mail.port", SMTP.port()));
        node.bean(PostRoom.StubPen.class).sharing(ROOM.house().bean(PostRoom.StubPen.class));
        return node;
    }

    @Test
    void thePauseDoublesFromFiveSecondsToTenMinutes() {
        var pauses = new ArrayList<Duration>();
        for (var tries = 1; tries <= 9; tries++) {
            pauses.add(LetterRound.pauseAfter(tries));
        }
        assertThat(pauses.stream().map(Duration::toSeconds))
                .containsExactly(5L, 10L, 20L, 40L, 80L, 160L, 320L, 600L, 600L);
        assertThat(LetterRound.pauseAfter(1_000_000)).isEqualTo(Duration.ofMinutes(10));
    }

    private static UUID ask(Person person) {
        var visitor = ROOM.house().visitor();
        visitor.submit(visitor.get("/gimic/recovery"), Map.of("email", person.email()));
        return ROOM.sql("select id from letter order by queued_at desc limit 1")
                .query(UUID.class)
                .single();
    }

    private static List<URI> links(Person person) {
        return SMTP.received(person.email()).stream()
                .map(letter -> unfolded(letter.source()))
                .map(source ->
                        LINK.matcher(source).results().findFirst().orElseThrow().group())
                .map(link -> URI.create(link.replace("=3D", "=")))
                .toList();
    }

    /** Quoted-printable lines put together again. */
    private static String unfolded(String source) {
        return String.join("", Arrays.asList(source.split("=\r\n", -1)));
    }

    private static UUID letterAbout(UUID concerns) {
        return ROOM.sql("select id from letter where concerns = :concerns")
                .param("concerns", concerns)
                .query(UUID.class)
                .single();
    }

    private static long tasksOf(UUID letter) {
        return Awaitility.await()
                .until(
                        () -> ROOM.sql("select count(*) from scheduled_tasks where task_instance = :id")
                                .param("id", letter.toString())
                                .query(Long.class)
                                .single(),
                        count -> count == 0);
    }
}
