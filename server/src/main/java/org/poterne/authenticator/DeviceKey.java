package org.poterne.authenticator;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/** The public half of a key that never leaves its phone: P-256, in the one spelling it has (RFC 5480). */
final class DeviceKey {

    private static final int SIGNATURE_BYTES = 64;
    private static final ECParameterSpec P256 = p256();

    private final ECPublicKey key;

    private DeviceKey(ECPublicKey key) {
        this.key = key;
    }

    /** Any bytes of the outside world. A point beside the curve is no key, and neither is one of another curve. */
    static Optional<DeviceKey> parse(byte[] spki) {
        try {
            return KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(spki)) instanceof ECPublicKey key
                            && key.getParams().getCurve().equals(P256.getCurve())
                            && key.getParams().getOrder().equals(P256.getOrder())
                            && isOnCurve(key.getW())
                            && Arrays.equals(key.getEncoded(), spki)
                    ? Optional.of(new DeviceKey(key))
                    : Optional.empty();
        } catch (GeneralSecurityException _) {
            return Optional.empty();
        }
    }

    static Optional<DeviceKey> parse(String base64url) {
        return decoded(base64url).flatMap(DeviceKey::parse);
    }

    byte[] encoded() {
        return key.getEncoded();
    }

    /** Names it without showing it. */
    byte[] fingerprint() {
        return sha256(key.getEncoded());
    }

    /**
     * Whether its private half signed this text (ES256).
     *
     * @param signature base64url of r and s, 32 bytes each, as WebCrypto writes them
     */
    boolean signed(String text, String signature) {
        return decoded(signature)
                .filter(bytes -> bytes.length == SIGNATURE_BYTES)
                .filter(bytes -> verifies(text, bytes))
                .isPresent();
    }

    private boolean verifies(String text, byte[] signature) {
        try {
            var check = Signature.getInstance("SHA256withECDSAinP1363Format");
            check.initVerify(key);
            check.update(text.getBytes(StandardCharsets.UTF_8));
            return check.verify(signature);
        } catch (GeneralSecurityException _) {
            return false;
        }
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Optional<byte[]> decoded(String base64url) {
        try {
            return Optional.of(Base64.getUrlDecoder().decode(base64url));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static boolean isOnCurve(ECPoint point) {
        if (point.equals(ECPoint.POINT_INFINITY)) {
            return false;
        }
        var p = ((ECFieldFp) P256.getCurve().getField()).getP();
        var x = point.getAffineX();
        var y = point.getAffineY();
        var right = x.pow(3)
                .add(x.multiply(P256.getCurve().getA()))
                .add(P256.getCurve().getB())
                .mod(p);
        return x.compareTo(p) < 0
                && y.compareTo(p) < 0
                && x.signum() >= 0
                && y.signum() >= 0
                && y.modPow(BigInteger.TWO, p).equals(right);
    }

    private static ECParameterSpec p256() {
        try {
            var parameters = AlgorithmParameters.getInstance("EC");
            parameters.init(new ECGenParameterSpec("secp256r1"));
            return parameters.getParameterSpec(ECParameterSpec.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
