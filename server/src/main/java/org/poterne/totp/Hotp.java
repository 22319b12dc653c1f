package org.poterne.totp;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The code of a counter (RFC 4226 §5.3): what TOTP is made of. SHA-1 is what every application knows, and is sound in an HMAC. */
final class Hotp {

    private static final String ALGORITHM = "HmacSHA1";

    private Hotp() {}

    static String code(byte[] secret, long counter, int digits) {
        var hash = hash(secret, counter);
        var offset = hash[hash.length - 1] & 0xf;
        var truncated = ByteBuffer.wrap(hash).getInt(offset) & 0x7fff_ffff;
        var code = String.valueOf(truncated % Math.powExact(10, digits));
        return "0".repeat(digits - code.length()) + code;
    }

    private static byte[] hash(byte[] secret, long counter) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            return mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(counter).array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
