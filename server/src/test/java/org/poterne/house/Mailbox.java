package org.poterne.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.awaitility.Awaitility;

/** The mailbox of one address on a real SMTP server; a letter that was read is gone. */
public record Mailbox(String address) {

    private static final GreenMail SMTP = start();
    private static final Set<MimeMessage> READ = new HashSet<>();
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration QUIET = Duration.ofMillis(900); // a round of the courier, and its work

    static int smtpPort() {
        return SMTP.getSmtp().getPort();
    }

    private static GreenMail start() {
        var server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        return server;
    }

    /** The next letter, waited for. */
    public ReadLetter next() {
        return Awaitility.await("a letter to " + address)
                .atMost(PATIENCE)
                .until(() -> unread().stream().findFirst(), Optional::isPresent)
                .map(this::read)
                .orElseThrow();
    }

    /** Nothing more has come, and nothing comes. */
    public void isEmpty() {
        try {
            Thread.sleep(QUIET);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        assertThat(unread()).as("unread letters to " + address).isEmpty();
    }

    private ReadLetter read(MimeMessage message) {
        synchronized (READ) {
            READ.add(message);
        }
        return new ReadLetter(message);
    }

    private List<MimeMessage> unread() {
        synchronized (READ) {
            return Arrays.stream(SMTP.getReceivedMessages())
                    .filter(message -> !READ.contains(message))
                    .filter(this::isToMe)
                    .toList();
        }
    }

    private boolean isToMe(MimeMessage message) {
        try {
            return Arrays.stream(message.getRecipients(Message.RecipientType.TO))
                    .anyMatch(recipient -> recipient.toString().contains(address));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
