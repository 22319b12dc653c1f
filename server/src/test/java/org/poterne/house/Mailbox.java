package org.poterne.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
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
    private static final Duration GLANCE = Duration.ofMillis(10);

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
                .pollDelay(Duration.ZERO)
                .pollInterval(GLANCE)
                .atMost(PATIENCE)
                .until(this::first, Optional::isPresent)
                .map(this::read)
                .orElseThrow();
    }

    /** The first letter whose subject says this; whatever else was due is read too, in whichever order it came. */
    public ReadLetter about(String subject) {
        House.allComeToRest();
        var due = unread().stream().map(ReadLetter::new).toList();
        var wanted = due.stream()
                .filter(letter -> letter.subject().contains(subject))
                .findFirst();
        due.stream()
                .filter(letter -> !letter.subject().contains(subject))
                .map(ReadLetter::message)
                .forEach(this::read);
        wanted.map(ReadLetter::message).ifPresent(this::read);
        return wanted.orElseThrow(() -> new AssertionError("no letter about: " + subject + " to " + address));
    }

    /** Nothing more has come, and nothing comes: every house that runs has done all that was due. */
    public void isEmpty() {
        House.allComeToRest();
        assertThat(unread()).as("unread letters to " + address).isEmpty();
    }

    private Optional<MimeMessage> first() {
        var first = unread().stream().findFirst();
        if (first.isEmpty()) {
            House.allLookForWork();
        }
        return first;
    }

    private ReadLetter read(MimeMessage message) {
        synchronized (READ) {
            READ.add(message);
        }
        return new ReadLetter(message);
    }

    /** Only what came to this address is looked at: some tests send a thousand letters to others. */
    private List<MimeMessage> unread() {
        var owner = SMTP.getUserManager().getUserByEmail(address);
        if (owner == null) {
            return List.of();
        }
        synchronized (READ) {
            return inbox(owner).stream()
                    .map(StoredMessage::getMimeMessage)
                    .filter(message -> !READ.contains(message))
                    .filter(this::isToMe)
                    .toList();
        }
    }

    private static List<StoredMessage> inbox(GreenMailUser owner) {
        try {
            return SMTP.getManagers().getImapHostManager().getInbox(owner).getNonDeletedMessages();
        } catch (FolderException e) {
            throw new IllegalStateException(e);
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
