package org.poterne.authenticator;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A phone's own lock as WebAuthn describes it (L3 §6.1, §6.5), each part as its holder pleases. */
record SoftLock(String origin, String host, KeyPair keys, UUID id, int flags, int count) {

    static final int PRESENT = 0x01;
    static final int VERIFIED = 0x04;
    private static final int ATTESTED = 0x40;

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    static SoftLock at(String origin, String host) {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return new SoftLock(origin, host, generator.generateKeyPair(), UUID.randomUUID(), PRESENT | VERIFIED, 1);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    SoftLock from(String otherOrigin) {
        return new SoftLock(otherOrigin, host, keys, id, flags, count);
    }

    SoftLock bearing(int otherFlags) {
        return new SoftLock(origin, host, keys, id, otherFlags, count);
    }

    SoftLock counting(int otherCount) {
        return new SoftLock(origin, host, keys, id, flags, otherCount);
    }

    SoftLock boundTo(String otherHost) {
        return new SoftLock(origin, otherHost, keys, id, flags, count);
    }

    JsonNode registration(String text) {
        var data = joined(data(flags | ATTESTED), new byte[16], new byte[] {0, 16}, name(), coseKey());
        var object = joined(
                new byte[] {(byte) 0xA3},
                text("fmt"),
                text("none"),
                text("attStmt"),
                new byte[] {(byte) 0xA0},
                text("authData"),
                bytes(data));
        return whole(Map.of(
                "clientDataJSON", BASE64.encodeToString(client("webauthn.create", text)),
                "attestationObject", BASE64.encodeToString(object)));
    }

    JsonNode assertion(String text) {
        var client = client("webauthn.get", text);
        return whole(Map.of(
                "clientDataJSON", BASE64.encodeToString(client),
                "authenticatorData", BASE64.encodeToString(data(flags)),
                "signature", BASE64.encodeToString(sign(joined(data(flags), sha256(client))))));
    }

    private JsonNode whole(Map<String, String> response) {
        var name = BASE64.encodeToString(name());
        return JSON.valueToTree(Map.of(
                "id", name,
                "rawId", name,
                "type", "public-key",
                "response", response,
                "clientExtensionResults", Map.of()));
    }

    private byte[] client(String type, String text) {
        var challenge = BASE64.encodeToString(sha256(text.getBytes(StandardCharsets.UTF_8)));
        return JSON.writeValueAsBytes(
                Map.of("type", type, "challenge", challenge, "origin", origin, "crossOrigin", false));
    }

    private byte[] data(int which) {
        return joined(
                sha256(host.getBytes(StandardCharsets.UTF_8)),
                new byte[] {(byte) which},
                ByteBuffer.allocate(4).putInt(count).array());
    }

    /** {1: 2, 3: -7, -1: 1, -2: x, -3: y} */
    private byte[] coseKey() {
        var point = ((ECPublicKey) keys.getPublic()).getW();
        return joined(
                new byte[] {(byte) 0xA5, 1, 2, 3, 0x26, 0x20, 1, 0x21},
                bytes(number(point.getAffineX())),
                new byte[] {0x22},
                bytes(number(point.getAffineY())));
    }

    private byte[] name() {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    private static byte[] number(BigInteger value) {
        var bytes = value.toByteArray();
        var whole = new byte[32];
        var length = Math.min(32, bytes.length);
        System.arraycopy(bytes, bytes.length - length, whole, 32 - length, length);
        return whole;
    }

    /** A text of CBOR, of less than 24 signs. */
    private static byte[] text(String text) {
        return joined(new byte[] {(byte) (0x60 + text.length())}, text.getBytes(StandardCharsets.US_ASCII));
    }

    /** Bytes of CBOR, of 24 to 255. */
    private static byte[] bytes(byte[] value) {
        return joined(new byte[] {0x58, (byte) value.length}, value);
    }

    private byte[] sign(byte[] data) {
        try {
            var signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(keys.getPrivate());
            signature.update(data);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] joined(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(out::writeBytes);
        return out.toByteArray();
    }
}
