package org.poterne.password;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The operator's filter of breached passwords (NIST SP 800-63B-4 §3.1.1.2; ASVS 6.2.12), where there is one. A file that
 * cannot serve stops the start; one that takes its place later and cannot serve leaves the former at work.
 */
@Component
final class BreachedPasswords {

    private static final Logger log = LoggerFactory.getLogger(BreachedPasswords.class);

    /** What a file was when it was last looked at: another size, moment or place on the disk is another file. */
    private record Stamp(long size, long modified, String key) {

        static final Stamp NONE = new Stamp(-1, 0, "");

        static Stamp of(Path file) throws IOException {
            try {
                var attributes = Files.readAttributes(file, BasicFileAttributes.class);
                return new Stamp(
                        attributes.size(),
                        attributes.lastModifiedTime().toMillis(),
                        String.valueOf(attributes.fileKey()));
            } catch (NoSuchFileException _) {
                return NONE;
            }
        }
    }

    private record Loaded(Stamp stamp, Optional<BreachedFilter> filter) {}

    private final Path file;
    private final AtomicReference<Loaded> loaded;

    BreachedPasswords(PasswordSettings settings) {
        this.file = settings.breachedFile();
        try {
            this.loaded = new AtomicReference<>(load(Stamp.of(file)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** As typed, and in small letters: a leaked password is no better for a capital. */
    boolean holds(RawPassword password) {
        var small = password.inLowerCase();
        return current()
                .filter(filter -> filter.holds(password) || (!small.equals(password) && filter.holds(small)))
                .isPresent();
    }

    private Optional<BreachedFilter> current() {
        var known = loaded.get();
        try {
            var stamp = Stamp.of(file);
            return stamp.equals(known.stamp()) ? known.filter() : renew(known, stamp);
        } catch (IOException e) {
            log.error("the filter of breached passwords cannot be looked at; the one loaded stays at work", e);
            return known.filter();
        }
    }

    private Optional<BreachedFilter> renew(Loaded known, Stamp stamp) throws IOException {
        var fresh = known;
        try {
            fresh = load(stamp);
        } catch (BreachedFileRefused e) {
            log.error("{} The one loaded before stays at work.", e.getMessage());
            fresh = new Loaded(stamp, known.filter());
        }
        loaded.compareAndSet(known, fresh);
        return fresh.filter();
    }

    private Loaded load(Stamp stamp) throws IOException {
        if (stamp.equals(Stamp.NONE)) {
            return new Loaded(stamp, Optional.empty());
        }
        var filter = BreachedFilter.open(file);
        log.info("breached passwords: {} of them, {}", filter.entries(), filter.kind());
        return new Loaded(stamp, Optional.of(filter));
    }
}
