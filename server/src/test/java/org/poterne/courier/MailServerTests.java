package org.poterne.courier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.poterne.courier.PostRoom.letter;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.util.Base64;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.poterne.house.ScriptedSmtp;
import org.poterne.house.ScriptedSmtp.Heard;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The operator's mail server: how we sign in there, how the way is encrypted, and what is said when it is away. */
@ExtendWith(OutputCaptureExtension.class)
class MailServerTests {

    private static final Map<String, String> SIGN_IN =
            Map.of("spring.mail.username", "poterne", "spring.mail.password", "s3same");
    private static final Map<String, String> TRUSTING = Map.of(
            "spring.mail.properties.mail.smtp.ssl.trust", "*",
            "spring.mail.properties.mail.smtp.ssl.checkserveridentity", "false");

    @Test
    void passwordAndLettersTravelEncryptedWhereTheServerOffersIt() {
        try (var smtp = new ScriptedSmtp("STARTTLS", "AUTH PLAIN");
                var house = PostRoom.open(smtp, both(SIGN_IN, TRUSTING)).house()) {
            var room = new PostRoom(house, smtp);
            room.sent(letter("tls@example.org", "Ada", "Bonjour"));
            assertThat(smtp.heard().stream().filter(Heard::inClear).map(Heard::line))
                    .allMatch(line -> line.startsWith("EHLO") || line.equals("STARTTLS"));
            var password = Base64.getEncoder()
                    .encodeToString("poterne\0poterne\0s3same".getBytes(java.nio.charset.StandardCharsets.UTF_8));
            assertThat(smtp.heard()).contains(new Heard("AUTH PLAIN " + password, false));
        }
    }

    @Test
    void aCertificateOfAStrangerStopsTheLetterBeforeThePassword(CapturedOutput log) {
        try (var smtp = new ScriptedSmtp("STARTTLS", "AUTH PLAIN");
                var house = PostRoom.open(smtp, SIGN_IN).house()) {
            var room = new PostRoom(house, smtp);
            var letter = room.queue(letter("stranger@example.org", "Ada", "Bonjour"));
            assertThat(room.whenItStands(letter, "waiting", 1).trouble()).isNotEmpty();
            assertThat(smtp.heard()).noneMatch(heard -> heard.line().startsWith("AUTH"));
            Awaitility.await().until(() -> log.getOut().contains("does not take our letters"));
        }
    }

    @Test
    void nothingTravelsInClearWhenEncryptionIsRequired() {
        var required = Map.of("spring.mail.properties.mail.smtp.starttls.required", "true");
        try (var smtp = new ScriptedSmtp("AUTH PLAIN");
                var house = PostRoom.open(smtp, both(SIGN_IN, required)).house()) {
            var room = new PostRoom(house, smtp);
            var letter = room.queue(letter("required@example.org", "Ada", "Bonjour"));
            room.whenItStands(letter, "waiting", 1);
            assertThat(smtp.heard()).noneMatch(heard -> heard.line().matches("(AUTH|MAIL|RCPT).*"));
        }
    }

    @Test
    void aServerThatSpeaksTlsFromTheStartAndAsksWhoWeAreIsServed() {
        var secure = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS));
        secure.setUser("poterne@example.org", "poterne", "s3same");
        secure.start();
        var settings = Map.of(
                "spring.mail.protocol", "smtps",
                "spring.mail.port", secure.getSmtps().getPort(),
                "spring.mail.username", "poterne",
                "spring.mail.password", "s3same",
                "spring.mail.properties.mail.smtps.ssl.trust", "*",
                "spring.mail.properties.mail.smtps.ssl.checkserveridentity", "false");
        try (var unused = new ScriptedSmtp();
                var house = PostRoom.open(unused, settings).house()) {
            var room = new PostRoom(house, unused);
            room.whenItStands(room.queue(letter("smtps@example.org", "Ada", "Bonjour")), "sent", 1);
            assertThat(secure.getReceivedMessages()).hasSize(1);
        } finally {
            secure.stop();
        }
    }

    @Test
    void aWrongPasswordAtTheMailServerKeepsTheLetterWaiting() {
        var server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.setUser("poterne@example.org", "poterne", "s3same");
        server.start();
        var settings = Map.of(
                "spring.mail.port", server.getSmtp().getPort(),
                "spring.mail.username", "poterne",
                "spring.mail.password", "wrong");
        try (var unused = new ScriptedSmtp();
                var house = PostRoom.open(unused, settings).house()) {
            var room = new PostRoom(house, unused);
            var letter = room.queue(letter("wrong@example.org", "Ada", "Bonjour"));
            assertThat(room.whenItStands(letter, "waiting", 1).trouble()).contains("Authentication");
        } finally {
            server.stop();
        }
    }

    @Test
    void aMailServerThatIsAwayIsToldOnceAtTheStartWhichGoesOn(CapturedOutput log) {
        var smtp = new ScriptedSmtp();
        smtp.goDown();
        try (var house = PostRoom.open(smtp, Map.of()).house()) {
            Awaitility.await().until(() -> log.getOut().contains("does not take our letters"));
            assertThat(log.getOut())
                    .containsOnlyOnce("does not take our letters")
                    .contains("127.0.0.1:" + smtp.port());
            assertThat(house.visitor().get("/gimic/sign-in").status()).isEqualTo(200);
        }
    }

    @Test
    void anAddressBeyondAsciiIsSentWithSmtpUtf8AndNoOtherLetterAsksForIt() {
        try (var smtp = new ScriptedSmtp("SMTPUTF8");
                var house = PostRoom.open(smtp, Map.of("poterne.mail.smtputf8", true))
                        .house()) {
            var room = new PostRoom(house, smtp);
            var source = room.sent(letter("élodie@bücher.example", "Élodie", "Bonjour Élodie"));
            assertThat(smtp.received("élodie@xn--bcher-kva.example").getFirst().envelope())
                    .satisfiesExactly(
                            from -> assertThat(from)
                                    .startsWith("MAIL FROM:<no-reply@poterne.example>")
                                    .contains(" SMTPUTF8"),
                            to -> assertThat(to).isEqualTo("RCPT TO:<élodie@xn--bcher-kva.example>"));
            assertThat(source).contains("<élodie@xn--bcher-kva.example>");

            var plain = room.sent(letter("elodie@example.org", "Élodie", "Bonjour Élodie"));
            assertThat(smtp.received("elodie@example.org").getFirst().envelope().getFirst())
                    .doesNotContain("SMTPUTF8");
            assertThat(plain).matches("[\\x00-\\x7f]+");
        }
    }

    private static Map<String, String> both(Map<String, String> one, Map<String, String> other) {
        var all = new java.util.HashMap<>(one);
        all.putAll(other);
        return all;
    }
}
