package org.poterne.push;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Makes a message that only the subscribed browser reads: RFC 8291, one record of {@code aes128gcm} (RFC 8188). */
final class MessageCipher {

    /** What is encrypted is always as long: its length tells the service nothing. */
    static final int PADDED = 128;

    private static final int SALT = 16;
    private static final int RECORD = 4096;
    private static final int TAG_BITS = 128;
    private static final byte LAST_RECORD = 2;
    private static final SecureRandom RANDOM = new SecureRandom();

    private MessageCipher() {}

    /** A pair of keys and a salt for this message alone. */
    static byte[] encrypt(String text, Subscription to) {
        var salt = new byte[SALT];
        RANDOM.nextBytes(salt);
        var plain = text.getBytes(StandardCharsets.UTF_8);
        if (plain.length >= PADDED) {
            throw new IllegalArgumentException("longer than " + PADDED);
        }
        var padded = Arrays.copyOf(plain, PADDED);
        padded[plain.length] = LAST_RECORD;
        return encrypt(padded, to, P256.freshPair(), salt);
    }

    /** @param padded ends with the delimiter of a last record and zeros, RFC 8188 §2 */
    static byte[] encrypt(byte[] padded, Subscription to, KeyPair own, byte[] salt) {
        var sender = P256.bytes((ECPublicKey) own.getPublic());
        var shared = P256.agree(own.getPrivate(), to.key());
        var receiver = P256.bytes(to.key());
        var info = joined(ascii("WebPush: info\0"), receiver, sender);
        var secret = derive(to.secret(), shared, info, 32);
        var key = derive(salt, secret, ascii("Content-Encoding: aes128gcm\0"), 16);
        var nonce = derive(salt, secret, ascii("Content-Encoding: nonce\0"), 12);
        var header = ByteBuffer.allocate(SALT + Integer.BYTES + 1 + sender.length)
                .put(salt)
                .putInt(RECORD)
                .put((byte) sender.length)
                .put(sender)
                .array();
        return joined(header, sealed(padded, key, nonce));
    }

    private static byte[] sealed(byte[] padded, byte[] key, byte[] nonce) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(padded);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] derive(byte[] salt, byte[] secret, byte[] info, int length) {
        try {
            var parameters =
                    HKDFParameterSpec.ofExtract().addSalt(salt).addIKM(secret).thenExpand(info, length);
            return KDF.getInstance("HKDF-SHA256").deriveData(parameters);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] joined(byte[]... parts) {
        var length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
        var joined = ByteBuffer.allocate(length);
        for (var part : parts) {
            joined.put(part);
        }
        return joined.array();
    }
}
