package org.poterne.passkey;

import java.util.Map;

/**
 * What a browser sent back.
 *
 * @param challenge what it was asked, as {@link Passkeys} sealed it
 * @param credential its answer, JSON (WebAuthn L3 §5.1)
 */
public record PasskeyAnswer(String challenge, String credential) {

    /** Of a form that the script has completed. */
    public static PasskeyAnswer of(Map<String, String> sent) {
        return new PasskeyAnswer(sent.getOrDefault("challenge", ""), sent.getOrDefault("credential", ""));
    }

    @Override
    public String toString() {
        return "PasskeyAnswer[redacted]";
    }
}
