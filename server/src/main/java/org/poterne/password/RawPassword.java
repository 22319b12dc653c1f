package org.poterne.password;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HexFormat;
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

    /** In Unicode code points, as the rules count. */
    int length() {
        return text.codePointCount(0, text.length());
    }

    byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RawPassword password && password.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /**
     * Keyed digest, to know a wrong password again without keeping it (LO-7).
     *
     * @param context digests of one password in two contexts have nothing in common
     */
    public byte[] digest(InstallationKey key, String purpose, String context) {
        return key.mac(purpose, context, HexFormat.of().formatHex(bytes()));
    }

    @Override
    public String toString() {
        return "RawPassword[redacted]";
    }
}
