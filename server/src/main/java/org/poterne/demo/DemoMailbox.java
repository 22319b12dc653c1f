package org.poterne.demo;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.poterne.courier.Postman;

/** Keeps every letter as an {@code .eml} file in the data folder, where a mail program can open it too. */
final class DemoMailbox implements Postman {

    private static final Pattern ID = Pattern.compile("[0-9]{13}-[0-9a-f]{8}");

    private final Path folder;
    private final Clock clock;
    private final AtomicLong last = new AtomicLong();

    DemoMailbox(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the demo's mailbox", e);
        }
    }

    @Override
    public Delivery deliver(MimeMessage message) {
        var id = "%013d-%s".formatted(moment(), UUID.randomUUID().toString().substring(0, 8));
        var draft = folder.resolve(id + ".new");
        try (OutputStream file = Files.newOutputStream(draft)) {
            message.writeTo(file);
        } catch (IOException | MessagingException e) {
            return new Delivery.TryAgain(e.getClass().getSimpleName());
        }
        try {
            Files.move(draft, file(id), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            return new Delivery.TryAgain(e.getClass().getSimpleName());
        }
        return new Delivery.Accepted();
    }

    /** The time in milliseconds, or the next one that is free: letters of one moment keep the order of their coming. */
    private long moment() {
        return last.updateAndGet(before -> Math.max(before + 1, clock.millis()));
    }

    /** Newest first. */
    List<StoredLetter> letters() {
        try (var files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(".eml"))
                    .map(name -> name.substring(0, name.length() - ".eml".length()))
                    .sorted(Comparator.reverseOrder())
                    .flatMap(id -> find(id).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the demo's mailbox", e);
        }
    }

    /** @param id any text: only the form of our own ids reaches the file system */
    Optional<StoredLetter> find(String id) {
        if (!ID.matcher(id).matches() || !Files.exists(file(id))) {
            return Optional.empty();
        }
        try (InputStream file = Files.newInputStream(file(id))) {
            return Optional.of(new StoredLetter(id, new MimeMessage(Session.getInstance(new Properties()), file)));
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException("a letter of the demo's mailbox cannot be read: " + id, e);
        }
    }

    private Path file(String id) {
        return folder.resolve(id + ".eml");
    }
}
