package org.poterne.house;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A passkey made of text: signs rightly, or as an attacker would. Browsers never let one say these things. */
public final class SoftKey {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int PRESENT = 0x01;
    private static final int VERIFIED = 0x04;
    private static final int BACKUP_ELIGIBLE = 0x08;
    private static final int BACKED_UP = 0x10;
    private static final int NEW_KEY = 0x40;

    private final KeyPair pair = pair();
    private final byte[] id = random(16);
    private String origin;
    private String host = "localhost";
    private byte[] handle = {};
    private int flags = PRESENT | VERIFIED;
    private int count;

    private SoftKey(String origin) {
        this.origin = origin;
    }

    /** On somebody's device, in a browser at this house. */
    public static SoftKey at(House house) {
        return new SoftKey(house.address().toString());
    }

    /** Nobody has shown a finger, a face or a PIN. */
    public SoftKey unverified() {
        flags &= ~VERIFIED;
        return this;
    }

    public SoftKey verified() {
        flags |= VERIFIED;
        return this;
    }

    public SoftKey copied() {
        flags |= BACKUP_ELIGIBLE | BACKED_UP;
        return this;
    }

    /** The browser stood on another page. */
    public SoftKey onPage(String other) {
        origin = other;
        return this;
    }

    /** It was asked by another relying party. */
    public SoftKey forHost(String other) {
        host = other;
        return this;
    }

    /** The number that the next signature bears. */
    public SoftKey counting(int number) {
        count = number;
        return this;
    }

    /** It says that it is this account's. */
    public SoftKey ofHandle(SoftKey other) {
        handle = other.handle;
        return this;
    }

    /** What a browser's form holds once the key is made. */
    public Map<String, String> make(String question) {
        var asked = JSON.readTree(question);
        handle = bytes(asked.at("/options/user/id").asString());
        var client = client("webauthn.create", asked);
        var data = join(authenticatorData(flags | NEW_KEY), new byte[16], length(id), id, cose());
        var attestation = join(
                new byte[] {(byte) 0xa3, 0x63},
                ascii("fmt"),
                new byte[] {0x64},
                ascii("none"),
                new byte[] {0x67},
                ascii("attStmt"),
                new byte[] {(byte) 0xa0, 0x68},
                ascii("authData"),
                new byte[] {0x58, (byte) data.length},
                data);
        return answer(asked, Map.of("clientDataJSON", text(client), "attestationObject", text(attestation)));
    }

    /** What a browser's form holds once it has signed. */
    public Map<String, String> sign(String question) {
        var asked = JSON.readTree(question);
        var client = client("webauthn.get", asked);
        var data = authenticatorData(flags);
        var parts = new LinkedHashMap<>(Map.of(
                "clientDataJSON", text(client),
                "authenticatorData", text(data),
                "signature", text(signature(join(data, sha256(client))))));
        if (handle.length > 0) {
            parts.put("userHandle", text(handle));
        }
        return answer(asked, parts);
    }

    private Map<String, String> answer(JsonNode asked, Map<String, String> response) {
        var credential = Map.of(
                "id", text(id),
                "rawId", text(id),
                "type", "public-key",
                "clientExtensionResults", Map.of(),
                "response", response);
        return Map.of(
                "challenge", asked.get("challenge").asString(), "credential", JSON.writeValueAsString(credential));
    }

    private byte[] client(String type, JsonNode asked) {
        var challenge = asked.at("/options/challenge").asString();
        return ascii("{\"type\":\"" + type + "\",\"challenge\":\"" + challenge + "\",\"origin\":\"" + origin
                + "\",\"crossOrigin\":false}");
    }

    private byte[] authenticatorData(int said) {
        var numbers = ByteBuffer.allocate(5).put((byte) said).putInt(count).array();
        return join(sha256(ascii(host)), numbers);
    }

    /** A key on the curve P-256, as CBOR (RFC 9053 §7.1). */
    private byte[] cose() {
        var point = ((ECPublicKey) pair.getPublic()).getW();
        return join(
                new byte[] {(byte) 0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 32},
                number(point.getAffineX()),
                new byte[] {0x22, 0x58, 32},
                number(point.getAffineY()));
    }

    private static byte[] number(BigInteger number) {
        var bytes = number.toByteArray();
        var whole = new byte[32];
        var used = Math.min(bytes.length, whole.length);
        System.arraycopy(bytes, bytes.length - used, whole, whole.length - used, used);
        return whole;
    }

    private byte[] signature(byte[] signed) {
        try {
            var signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(pair.getPrivate());
            signature.update(signed);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair pair() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
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

    private static byte[] length(byte[] bytes) {
        return ByteBuffer.allocate(2).putShort((short) bytes.length).array();
    }

    private static byte[] random(int size) {
        var bytes = new byte[size];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    private static byte[] join(byte[]... parts) {
        var whole = new ByteArrayOutputStream();
        for (var part : parts) {
            whole.writeBytes(part);
        }
        return whole.toByteArray();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] bytes(String text) {
        return Base64.getUrlDecoder().decode(text);
    }
}
