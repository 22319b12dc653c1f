package org.poterne.session;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** The value of a session cookie: 256 random bits, opaque, kept by the server as a digest only (ASVS 7.2.3). */
public final class SessionId {

    private static final int BYTES = 32;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String value;

    private SessionId(String value) {
        this.value = value;
    }

    static SessionId fresh() {
        var secret = new byte[BYTES];
        RANDOM.nextBytes(secret);
        return new SessionId(Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
    }

    public static Optional<SessionId> parse(String cookie) {
        return FORM.matcher(cookie).matches() ? Optional.of(new SessionId(cookie)) : Optional.empty();
    }

    /** For the cookie, and for nothing else. */
    public String reveal() {
        return value;
    }

    byte[] digest() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return "SessionId[redacted]";
    }
}
