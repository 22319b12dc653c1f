package org.poterne.password;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Asks a range service whether a password was found in a breach: five digits of its hash leave the house and hundreds of
 * endings come back, so that the service learns nothing (k-anonymity; Li et al., CCS 2019, on what prefixes tell). Padding
 * hides from the wire how many there were.
 *
 * <p>It fails open: the local lists stand in any case, and a service that is away must keep nobody locked out.
 */
@Component
final class BreachedRange {

    private static final Logger log = LoggerFactory.getLogger(BreachedRange.class);

    private static final int PREFIX = 5;
    private static final int LARGEST_ANSWER = 1 << 20;
    private static final Duration SILENCE = Duration.ofHours(1);

    private final Optional<Service> service;
    private final Duration timeout;
    private final Clock clock;
    private final AtomicReference<Instant> warned = new AtomicReference<>(Instant.EPOCH);

    private record Service(URI url, HttpClient client) {}

    BreachedRange(PasswordSettings settings, Clock clock) {
        this.timeout = settings.rangeTimeout();
        this.clock = clock;
        this.service = settings.range().map(url -> new Service(url, client(timeout)));
    }

    private static HttpClient client(Duration timeout) {
        return HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(timeout)
                .build();
    }

    /** Up to the timeout; {@code false} when nobody answered. */
    boolean holds(RawPassword password) {
        if (service.isEmpty()) {
            return false;
        }
        var hash = HexFormat.of().withUpperCase().formatHex(password.sha1());
        try {
            return ask(service.get(), hash.substring(0, PREFIX))
                    .lines()
                    .anyMatch(line -> isHit(line, hash.substring(PREFIX)));
        } catch (IOException e) {
            warn(e);
            return false;
        }
    }

    private String ask(Service asked, String prefix) throws IOException {
        var request = HttpRequest.newBuilder(URI.create(asked.url().toString().replaceAll("/+$", "") + "/" + prefix))
                .header("Add-Padding", "true")
                .header("User-Agent", "Poterne")
                .build();
        var answer = asked.client()
                .sendAsync(
                        request,
                        BodyHandlers.limiting(BodyHandlers.ofString(StandardCharsets.US_ASCII), LARGEST_ANSWER));
        try {
            var response = answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            if (response.statusCode() != 200) {
                throw new IOException("status " + response.statusCode());
            }
            return response.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (TimeoutException e) {
            throw new IOException("no answer within " + timeout.toMillis() + " ms", e);
        } catch (ExecutionException e) {
            var cause = e.getCause();
            throw new IOException(cause == null ? "no answer" : cause.getClass().getSimpleName(), e);
        } finally {
            answer.cancel(true);
        }
    }

    /** {@code SUFFIX:COUNT}; what was seen no time is padding. */
    private static boolean isHit(String line, String suffix) {
        var colon = line.indexOf(':');
        return colon == suffix.length()
                && line.regionMatches(true, 0, suffix, 0, colon)
                && !line.substring(colon + 1).strip().matches("0+");
    }

    /** Once an hour; never the address asked, which ends with digits of a hash. */
    private void warn(IOException failure) {
        var now = clock.instant();
        var last = warned.get();
        if (!now.isBefore(last.plus(SILENCE)) && warned.compareAndSet(last, now)) {
            log.warn(
                    "the range service of breached passwords did not help ({}): new passwords are held against the"
                            + " local lists alone",
                    failure.getMessage());
        }
    }
}
