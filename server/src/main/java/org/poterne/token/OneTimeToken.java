package org.poterne.token;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/** The secret half of a mailed link. */
public final class OneTimeToken {

    private static final int BYTES = 32;
    private static final int CHARACTERS = 43; // base64url of 32 bytes, without padding
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] secret; // 32 bytes of SecureRandom

    private OneTimeToken(byte[] secret) {
        this.secret = secret;
    }

    /** For a row of its own: an invitation has no account yet to bind a token to. */
    public static OneTimeToken fresh() {
        var secret = new byte[BYTES];
        RANDOM.nextBytes(secret);
        return new OneTimeToken(secret);
    }

    /** A mangled link is an everyday answer, not an exception. */
    public static Optional<OneTimeToken> parse(String text) {
        if (text.length() != CHARACTERS) {
            return Optional.empty();
        }
        try {
            var token = new OneTimeToken(Base64.getUrlDecoder().decode(text));
            // The last character carries two spare bits: only one spelling of a token is a token.
            return token.reveal().equals(text) ? Optional.of(token) : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** For the link in the letter, and for nothing else. */
    public String reveal() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    /** What the database keeps: reading it gives nobody a working link. 256 random bits need no salt (ASVS 6.5.2). */
    public byte[] digest() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return "OneTimeToken[redacted]";
    }
}
