package org.poterne.rig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;

class SinkTests {

    private static final String LINK = "http://localhost:8080/gimic/recovery/open?token=" + "Az09-_".repeat(8);

    @Test
    void aLetterIsHandedOutByItsAddressWithTheLinksOfItsText() throws MessagingException {
        try (var sink = Sink.open()) {
            send(sink, "Camille.Martin@example.org");
            var letter = sink.await("camille.martin@example.org", Duration.ofSeconds(10))
                    .orElseThrow();
            assertThat(letter.subject()).isEqualTo("Réinitialiser");
            assertThat(letter.link("/recovery/open")).isEqualTo(LINK);
            assertThat(letter.text()).contains("\r\n.. a line of two dots");
            assertThat(sink.received()).isEqualTo(1);
            assertThat(sink.drain("camille.martin@example.org")).isEmpty();
        }
    }

    @Test
    void aLetterThatIsRefusedIsNotKept() {
        try (var sink = Sink.open()) {
            sink.be(new Sink.Mood.Refuses(451));
            assertThatThrownBy(() -> send(sink, "a@example.org")).isInstanceOf(MailException.class);
            assertThat(sink.drain("a@example.org")).isEmpty();
        }
    }

    @Test
    void aLetterThatIsKeptBeforeTheLineDropsIsTakenForLost() {
        try (var sink = Sink.open()) {
            sink.be(new Sink.Mood.KeepsAndDrops());
            assertThatThrownBy(() -> send(sink, "a@example.org")).isInstanceOf(MailException.class);
            assertThat(sink.drain("a@example.org")).hasSize(1);
        }
    }

    private static void send(Sink sink, String to) throws MessagingException {
        var sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(sink.port());
        sender.setJavaMailProperties(new Properties());
        var message = sender.createMimeMessage();
        var helper = new MimeMessageHelper(message, true, "UTF-8");
        helper.setFrom("no-reply@example.org");
        helper.setTo(to);
        helper.setSubject("Réinitialiser");
        helper.setText(
                "Ouvrez ce lien :\r\n" + LINK + "\r\n.. a line of two dots", "<a href=\"" + LINK + "\">Ouvrir</a>");
        sender.send(message);
    }
}
