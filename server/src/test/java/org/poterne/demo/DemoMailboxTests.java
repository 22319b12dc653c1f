package org.poterne.demo;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoMailboxTests {

    private static final Clock STILL = Clock.fixed(Instant.parse("2026-11-23T10:00:00Z"), ZoneOffset.UTC);

    @Test
    void lettersOfOneMillisecondKeepTheirOrder(@TempDir Path folder) throws MessagingException {
        var mailbox = new DemoMailbox(folder, STILL);
        for (var subject : List.of("1", "2", "3", "4", "5", "6", "7", "8")) {
            mailbox.deliver(letter(subject));
        }
        assertThat(mailbox.letters())
                .extracting(letter -> letter.message().getSubject())
                .containsExactly("8", "7", "6", "5", "4", "3", "2", "1");
    }

    private static MimeMessage letter(String subject) throws MessagingException {
        var letter = new MimeMessage(Session.getInstance(new Properties()));
        letter.setSubject(subject);
        letter.setText(subject);
        letter.saveChanges();
        return letter;
    }
}
