package org.poterne.authenticator;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What stands beside a signed call.
 *
 * @param at the phone's clock, milliseconds since 1970
 */
record CallHeaders(Optional<UUID> device, long at, String nonce, String signature) {

    /** Two clocks may differ, and a call may wait in the air; a recorded one must not keep. */
    static final Duration FRESH = Duration.ofMinutes(2);

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern AT = Pattern.compile("[1-9][0-9]{12}");
    private static final Pattern NONCE = Pattern.compile("[A-Za-z0-9_-]{22}");
    private static final Pattern SIGNATURE = Pattern.compile("[A-Za-z0-9_-]{86}");

    static Optional<CallHeaders> of(HttpServletRequest request) {
        var at = header(request, "Poterne-At", AT);
        var nonce = header(request, "Poterne-Nonce", NONCE);
        var signature = header(request, "Poterne-Signature", SIGNATURE);
        return at.isEmpty() || nonce.isEmpty() || signature.isEmpty()
                ? Optional.empty()
                : Optional.of(new CallHeaders(
                        header(request, "Poterne-Device", ID).map(UUID::fromString),
                        Long.parseLong(at.get()),
                        nonce.get(),
                        signature.get()));
    }

    private static Optional<String> header(HttpServletRequest request, String name, Pattern form) {
        return Optional.ofNullable(request.getHeader(name))
                .filter(value -> form.matcher(value).matches());
    }

    boolean isFresh(Instant now) {
        return Duration.between(Instant.ofEpochMilli(at), now).abs().compareTo(FRESH) <= 0;
    }
}
