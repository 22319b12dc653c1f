package org.poterne.guidebook;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.poterne.account.EmailAddress;

/** The mailbox of the walked server, as its folder holds it. */
final class Letters {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration GLANCE = Duration.ofMillis(50);

    private final Path folder;

    Letters(Path folder) {
        this.folder = folder;
    }

    /** The newest there is now; empty where there is none. */
    String last() {
        return ids().stream().findFirst().orElse("");
    }

    /**
     * Waits for one to this address that came after that one.
     *
     * @return its id, by which the mailbox shows it
     */
    String await(EmailAddress to, String subject, String after) {
        var waited = Duration.ZERO;
        while (waited.compareTo(PATIENCE) < 0) {
            var found = find(to, subject, after);
            if (found.isPresent()) {
                return found.get();
            }
            pause();
            waited = waited.plus(GLANCE);
        }
        throw new WalkFailed("no letter «" + subject + "» came to " + to.given());
    }

    private Optional<String> find(EmailAddress to, String subject, String after) {
        return ids().stream()
                .takeWhile(id -> id.compareTo(after) > 0)
                .filter(id -> isLetter(id, to, subject))
                .findFirst();
    }

    private boolean isLetter(String id, EmailAddress to, String subject) {
        try (InputStream file = Files.newInputStream(folder.resolve(id + ".eml"))) {
            var message = new MimeMessage(Session.getInstance(new Properties()), file);
            return message.getSubject().equals(subject)
                    && message.getRecipients(RecipientType.TO)[0] instanceof InternetAddress address
                    && address.getAddress().equals(to.given());
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException("a letter that cannot be read: " + id, e);
        }
    }

    /** Newest first. */
    private List<String> ids() {
        try (var files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(".eml"))
                    .map(name -> name.replace(".eml", ""))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(GLANCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WalkFailed("interrupted");
        }
    }
}
