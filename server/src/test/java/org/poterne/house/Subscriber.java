package org.poterne.house;

import java.math.BigInteger;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A browser that has subscribed at a push service: keeps the keys, and reads what comes, step by step as RFC 8291 §3 and RFC
 * 8188 §2 say and with nothing of the server's own code.
 */
public final class Subscriber {

    private static final int SALT = 16;
    private static final int HEADER = SALT + 4 + 1;

    private final URI endpoint;
    private final KeyPair keys;
    private final byte[] auth;

    public Subscriber(URI endpoint, KeyPair keys, byte[] auth) {
        this.endpoint = endpoint;
        this.keys = keys;
        this.auth = auth.clone();
    }

    static Subscriber at(URI endpoint) throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        var auth = new byte[16];
        new SecureRandom().nextBytes(auth);
        return new Subscriber(endpoint, generator.generateKeyPair(), auth);
    }

    public String endpoint() {
        return endpoint.toString();
    }

    public String p256dh() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(point());
    }

    public String auth() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(auth);
    }

    /** @throws GeneralSecurityException when it is not for this browser, or touched */
    public String read(byte[] body) throws GeneralSecurityException {
        var sender = Arrays.copyOfRange(body, HEADER, HEADER + body[HEADER - 1]);
        var agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(keys.getPrivate());
        agreement.doPhase(key(sender), true);
        var keyMaterial = hmac(auth, agreement.generateSecret());
        var info = joined("WebPush: info\0".getBytes(StandardCharsets.US_ASCII), point(), sender, new byte[] {1});
        return open(body, hmac(keyMaterial, info));
    }

    /** RFC 8188 §2, for a body of one record. */
    public static String open(byte[] body, byte[] keyMaterial) throws GeneralSecurityException {
        var salt = Arrays.copyOf(body, SALT);
        var recordSize = ByteBuffer.wrap(body, SALT, 4).getInt();
        var record = Arrays.copyOfRange(body, HEADER + body[HEADER - 1], body.length);
        if (record.length > recordSize) {
            throw new GeneralSecurityException("more than one record");
        }
        var secret = hmac(salt, keyMaterial);
        var key = Arrays.copyOf(hmac(secret, ascii("Content-Encoding: aes128gcm\0\1")), 16);
        var nonce = Arrays.copyOf(hmac(secret, ascii("Content-Encoding: nonce\0\1")), 12);
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
        return withoutPadding(cipher.doFinal(record));
    }

    static ECPublicKey key(byte[] point) throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        var curve = ((ECPublicKey) generator.generateKeyPair().getPublic()).getParams();
        var x = new BigInteger(1, Arrays.copyOfRange(point, 1, 33));
        var y = new BigInteger(1, Arrays.copyOfRange(point, 33, 65));
        return (ECPublicKey) KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(new ECPoint(x, y), curve));
    }

    private static String withoutPadding(byte[] padded) throws GeneralSecurityException {
        var end = padded.length - 1;
        while (end >= 0 && padded[end] == 0) {
            end--;
        }
        if (end < 0 || padded[end] != 2) {
            throw new GeneralSecurityException("no last record");
        }
        return new String(padded, 0, end, StandardCharsets.UTF_8);
    }

    private byte[] point() {
        var w = ((ECPublicKey) keys.getPublic()).getW();
        return joined(new byte[] {4}, unsigned(w.getAffineX()), unsigned(w.getAffineY()));
    }

    private static byte[] unsigned(BigInteger number) {
        var hex = String.format("%064x", number);
        return HexFormat.of().parseHex(hex);
    }

    private static byte[] hmac(byte[] key, byte[] text) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] joined(byte[]... parts) {
        var joined = ByteBuffer.allocate(
                Arrays.stream(parts).mapToInt(part -> part.length).sum());
        for (var part : parts) {
            joined.put(part);
        }
        return joined.array();
    }
}
