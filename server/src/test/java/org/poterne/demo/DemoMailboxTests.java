package org.poterne.demo;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.poterne.courier.Postman.Delivery.Accepted;

class DemoMailboxTests {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    @TempDir
    Path folder = Path.of("");

    @Test
    void aLetterIsReadBackAsItWasSentEvenAfterARestart() throws Exception {
        assertThat(mailbox().deliver(message("Été & <b>hiver</b>"))).isEqualTo(new Accepted());
        var letters = mailbox().letters();
        assertThat(letters).hasSize(1);
        var shown = letters.getFirst().shown(ZoneOffset.UTC);
        assertThat(shown.subject()).isEqualTo("Été & <b>hiver</b>");
        assertThat(shown.to()).contains("camille.martin@example.org");
        assertThat(shown.at().toInstant()).isEqualTo(NOON);
        assertThat(shown.text()).extracting(ShownLetter.TextPiece::link).containsExactly(false, true, false);
        assertThat(shown.text().get(1).text()).isEqualTo("https://example.org/a?b=c");
        assertThat(letters.getFirst().html()).isEqualTo("<p>Bonjour</p>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../../etc/passwd", "1234567890123-abcdef0", "1234567890123-abcdef01/../x", "%2e%2e"})
    void onlyTheFormOfItsOwnIdsReachesTheFileSystem(String id) {
        assertThat(mailbox().find(id)).isEmpty();
    }

    private DemoMailbox mailbox() {
        return new DemoMailbox(folder.resolve("mailbox"), Clock.fixed(NOON, ZoneOffset.UTC));
    }

    private static MimeMessage message(String subject) throws MessagingException {
        var text = new MimeBodyPart();
        text.setText("Voyez https://example.org/a?b=c\nAu revoir", "UTF-8");
        var html = new MimeBodyPart();
        html.setText("<p>Bonjour</p>", "UTF-8", "html");
        var message = new MimeMessage(Session.getInstance(new Properties()));
        message.setFrom(new InternetAddress("no-reply@example.org"));
        message.setRecipient(RecipientType.TO, new InternetAddress("camille.martin@example.org"));
        message.setSubject(subject, "UTF-8");
        message.setSentDate(Date.from(NOON));
        message.setContent(new MimeMultipart("alternative", text, html));
        message.saveChanges();
        return message;
    }
}
