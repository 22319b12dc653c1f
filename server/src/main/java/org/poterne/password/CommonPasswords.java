package org.poterne.password;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * The passwords and words that are guessed first (NIST SP 800-63B-4 §3.1.1.2; ASVS 6.2.4). Of each entry 64 bits are kept,
 * sorted: 0.7 MB, a look-up well below a microsecond, and one innocent password in 2^47 that is taken for a common one.
 */
@Component
final class CommonPasswords {

    /** Made by {@code command/common-passwords.sh}; sources and licences: docs/password.md. */
    private static final String LIST = "password/common.txt.gz";

    private static final Duration SOON = Duration.ofSeconds(3);

    /** Read by whoever asks first. */
    private static final class Listed {

        static final long[] FINGERPRINTS = read();

        private Listed() {}

        /** To be called is to be loaded. */
        static void load() {}
    }

    /** Before anybody chooses a password, and after a start, which has better to do. */
    @EventListener(ApplicationReadyEvent.class)
    void readSoon() {
        CompletableFuture.delayedExecutor(SOON.toMillis(), TimeUnit.MILLISECONDS)
                .execute(Listed::load);
    }

    /** Whether the whole password, or the single word that it dresses up, is one of them. */
    boolean holds(RawPassword password) {
        var folded = password.folded();
        return contains(Dressed.joined(folded))
                || Dressed.words(folded).stream().anyMatch(this::contains);
    }

    /** @param word folded and joined */
    boolean contains(String word) {
        return Arrays.binarySearch(Listed.FINGERPRINTS, fingerprint(word)) >= 0;
    }

    int size() {
        return Listed.FINGERPRINTS.length;
    }

    private static long[] read() {
        try (var text = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(new ClassPathResource(LIST).getInputStream(), 1 << 16), StandardCharsets.UTF_8))) {
            return text.lines()
                    .mapToLong(line -> fingerprint(Dressed.joined(Folded.of(line))))
                    .sorted()
                    .distinct()
                    .toArray();
        } catch (IOException e) {
            throw new UncheckedIOException("the list of common passwords cannot be read", e);
        }
    }

    /** FNV-1a, then the finisher of SplitMix64: every bit depends on every letter. */
    private static long fingerprint(String word) {
        var hash = 0xcbf29ce484222325L;
        for (var i = 0; i < word.length(); i++) {
            hash = (hash ^ word.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
        hash = (hash ^ (hash >>> 27)) * 0x94d049bb133111ebL;
        return hash ^ (hash >>> 31);
    }
}
