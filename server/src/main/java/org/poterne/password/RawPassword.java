package org.poterne.password;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import java.util.stream.IntStream;
import org.bouncycastle.crypto.digests.MD4Digest;
import org.poterne.key.InstallationKey;

/**
 * A password as typed, in NFC: é is the same letter whether a keyboard sends one code point or two (NIST SP 800-63B-4
 * §3.1.1.2). Whole: never cut, never case-folded.
 */
public final class RawPassword {

    private final String text;

    public RawPassword(String typed) {
        this.text = Normalizer.normalize(typed, Normalizer.Form.NFC);
    }

    /** A field left empty: no guess at anything. */
    public boolean isEmpty() {
        return text.isEmpty();
    }

    /** In Unicode code points, as the rules count. */
    int length() {
        return text.codePointCount(0, text.length());
    }

    IntStream codePoints() {
        return text.codePoints();
    }

    byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** For comparing with what others know, and for nothing else. */
    String folded() {
        return Folded.of(text);
    }

    /** The same in small letters: a leaked password is no better for a capital. */
    RawPassword inLowerCase() {
        return new RawPassword(text.toLowerCase(Locale.ROOT));
    }

    /**
     * Keyed digest, to know a wrong password again without keeping it (LO-7).
     *
     * @param context digests of one password in two contexts have nothing in common
     */
    public byte[] digest(InstallationKey key, String purpose, String context) {
        return key.mac(purpose, context, HexFormat.of().formatHex(bytes()));
    }

    /** As lists of breached passwords name it; never kept. */
    byte[] sha1() {
        try {
            return MessageDigest.getInstance("SHA-1").digest(bytes());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As the other kind of such lists names it: MD4 (RFC 1320) of UTF-16, little end first. Never kept. */
    byte[] ntlm() {
        var md4 = new MD4Digest();
        var letters = text.getBytes(StandardCharsets.UTF_16LE);
        md4.update(letters, 0, letters.length);
        var digest = new byte[md4.getDigestSize()];
        md4.doFinal(digest, 0);
        return digest;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RawPassword password && password.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return "RawPassword[redacted]";
    }
}
