package org.poterne.key;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import org.springframework.stereotype.Component;

/**
 * Signs and seals with a key of its own for each purpose (HKDF-SHA-256, RFC 5869), so that what was made for one
 * purpose is worth nothing for another.
 */
@Component
public final class InstallationKey {

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final byte[] secret;
    private final Map<String, SecretKey> derived = new ConcurrentHashMap<>();
    private final SecureRandom random = new SecureRandom();

    InstallationKey(KeySettings settings) {
        this.secret = KeyFile.readOrMake(settings.installation(), "poterne.key-file")
                .keys()
                .getFirst()
                .secret();
    }

    /** HMAC-SHA-256 over the parts, each preceded by its length: no two lists of parts give the same text. */
    public byte[] mac(String purpose, String... parts) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key(purpose, "HmacSHA256"));
            for (var part : parts) {
                var bytes = part.getBytes(StandardCharsets.UTF_8);
                mac.update(
                        ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
                mac.update(bytes);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** AES-256-GCM under a random nonce; {@code context} must be the same when it is opened. */
    public byte[] seal(String purpose, String context, String text) {
        var nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            var cipher = cipher(Cipher.ENCRYPT_MODE, purpose, context, nonce);
            var sealed = cipher.doFinal(text.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.allocate(NONCE + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @return nothing when it was sealed for another purpose or context, with another key, or touched since */
    public Optional<String> open(String purpose, String context, byte[] sealed) {
        if (sealed.length < NONCE) {
            return Optional.empty();
        }
        try {
            var cipher = cipher(Cipher.DECRYPT_MODE, purpose, context, Arrays.copyOf(sealed, NONCE));
            var text = cipher.doFinal(sealed, NONCE, sealed.length - NONCE);
            return Optional.of(new String(text, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException _) {
            return Optional.empty();
        }
    }

    /** As {@link #seal}, in the alphabet of cookies and of forms (base64url, RFC 4648 §5). */
    public String sealText(String purpose, String context, String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(seal(purpose, context, text));
    }

    /** As {@link #open}; whoever sends it writes what they like. */
    public Optional<String> openText(String purpose, String context, String sealed) {
        try {
            return open(purpose, context, Base64.getUrlDecoder().decode(sealed));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, String purpose, String context, byte[] nonce) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key(purpose, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private SecretKey key(String purpose, String algorithm) {
        return derived.computeIfAbsent(algorithm + " " + purpose, info -> {
            try {
                var parameters = HKDFParameterSpec.ofExtract()
                        .addIKM(secret)
                        .thenExpand(info.getBytes(StandardCharsets.UTF_8), 32);
                return KDF.getInstance("HKDF-SHA256").deriveKey(algorithm, parameters);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
