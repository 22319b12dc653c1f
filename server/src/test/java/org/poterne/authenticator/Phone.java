package org.poterne.authenticator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.poterne.house.House;
import org.poterne.house.MovableClock;
import org.poterne.house.Person;
import org.poterne.house.Seen;
import org.poterne.house.Visitor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody's telephone with the authenticator on it, as far as the server can tell: keys, signed calls, a lock with a PIN. */
public final class Phone {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final SecureRandom RANDOM = new SecureRandom();

    private final House house;
    private final String tenant;
    private final KeyPair key;
    private final KeyPair approval;
    private String id = "";

    private Phone(House house, String tenant, KeyPair key, KeyPair approval) {
        this.house = house;
        this.tenant = tenant;
        this.key = key;
        this.approval = approval;
    }

    /** One that is nobody's yet. */
    public static Phone bare(House house, String tenant) {
        return new Phone(house, tenant, pair(), pair());
    }

    /**
     * One that answers for this account from now on.
     *
     * @param holder signed in, the password shown a moment ago
     */
    public static Phone enrol(House house, Visitor holder, Person person) {
        var phone = bare(house, person.tenant());
        var told = phone.bindByLink(Codes.shownTo(holder, person.tenant()).link(), "Téléphone de test");
        assertThat(told.path("outcome").stringValue()).isEqualTo("bound");
        return phone;
    }

    /** Signs its holder in first. */
    public static Phone enrol(House house, Person person, String password) {
        return enrol(house, signedIn(house, person, password), person);
    }

    /** A browser in which this person has just signed in. */
    public static Visitor signedIn(House house, Person person, String password) {
        var visitor = house.visitor();
        var home = visitor.submit(
                visitor.get("/" + person.tenant() + "/sign-in"),
                Map.of("identifier", person.email(), "password", password));
        assertThat(home.path()).isEqualTo("/" + person.tenant() + "/");
        return visitor;
    }

    /** The codes that a page shows to a phone. */
    public record Codes(String link, String typed) {

        /** A fresh pair, for whoever is signed in. */
        public static Codes shownTo(Visitor holder, String tenant) {
            var list = holder.get("/" + tenant + "/account/authenticators");
            return on(holder.submit(list, Map.of()));
        }

        static Codes on(Seen page) {
            var link = page.first("a[href*=#bind=]").attr("href");
            return new Codes(
                    link.substring(link.indexOf("#bind=") + "#bind=".length()),
                    page.first("#code").text());
        }
    }

    public JsonNode bindByLink(String code, String name) {
        return bind(Map.of("code", code), name);
    }

    public JsonNode bindByTyped(String identifier, String typed, String name) {
        return bind(Map.of("identifier", identifier, "typed", typed), name);
    }

    private JsonNode bind(Map<String, ?> code, String name) {
        var told = read(signed("enrol", enrolment(code, name)).send());
        if (told.has("device")) {
            id = told.path("device").stringValue();
        }
        return told;
    }

    /** What it sends to be added, to be changed by whoever attacks. */
    Map<String, Object> enrolment(Map<String, ?> code, String name) {
        var message = new LinkedHashMap<String, Object>(code);
        message.put("name", name);
        message.put("deviceKey", BASE64.encodeToString(key.getPublic().getEncoded()));
        message.put("verification", Map.of("kind", "pin", "key", approvalKey()));
        message.put("proof", proof(enrolmentText()));
        return message;
    }

    String enrolmentText() {
        return "enrol\n" + BASE64.encodeToString(sha256(key.getPublic().getEncoded()));
    }

    String deviceKey() {
        return BASE64.encodeToString(key.getPublic().getEncoded());
    }

    String approvalKey() {
        return BASE64.encodeToString(approval.getPublic().getEncoded());
    }

    public UUID id() {
        return UUID.fromString(id);
    }

    /** The same phone, whose calls reach another node. */
    public Phone at(House node) {
        var same = new Phone(node, tenant, key, approval);
        same.id = id;
        return same;
    }

    /** What asks for an answer now. */
    public List<JsonNode> pending() {
        return StreamSupport.stream(
                        call("pending", Map.of("wait", 0)).path("requests").spliterator(), false)
                .toList();
    }

    /** The number typed, the PIN given, "OUI". */
    public String approve(JsonNode request, String number) {
        var which = request.path("id").stringValue();
        var text = String.join("\n", "approve", which, request.path("action").stringValue(), number);
        return call("answer", Map.of("request", which, "answer", "approve", "number", number, "proof", proof(text)))
                .path("outcome")
                .stringValue();
    }

    /** "NON, ce n’est pas moi". */
    public String deny(JsonNode request) {
        return call(
                        "answer",
                        Map.of(
                                "request", request.path("id").stringValue(),
                                "answer", "deny",
                                "number", "",
                                "proof", ""))
                .path("outcome")
                .stringValue();
    }

    /** A signed call of this name below {@code authenticator/api/}, and what it answers. */
    public JsonNode call(String name, Map<String, ?> message) {
        return read(signed(name, message).send());
    }

    /** What its PIN unlocks signs this text. */
    public String proof(String text) {
        return sign(approval.getPrivate(), text);
    }

    /** What its device key signs: never good for a proof. */
    String deviceSignature(String text) {
        return sign(key.getPrivate(), text);
    }

    /** Signed and not sent yet. */
    public Call signed(String name, Map<String, ?> message) {
        var at = house.bean(MovableClock.class).millis();
        return signed(name, JSON.writeValueAsString(message), at);
    }

    Call signed(String name, String body, long at) {
        var nonce = new byte[16];
        RANDOM.nextBytes(nonce);
        return signedAs(tenant, "POST", "/authenticator/api/" + name, body, at, BASE64.encodeToString(nonce));
    }

    /** Every part as the attacker pleases; sent to where the path says. */
    Call signedAs(String tenantSigned, String method, String path, String body, long at, String nonce) {
        var digest = BASE64.encodeToString(sha256(body.getBytes(StandardCharsets.UTF_8)));
        var text = String.join("\n", tenantSigned, method, path, String.valueOf(at), nonce, digest);
        var headers = new LinkedHashMap<String, String>();
        headers.put("Content-Type", "application/json");
        headers.put("Poterne-At", String.valueOf(at));
        headers.put("Poterne-Nonce", nonce);
        headers.put("Poterne-Signature", sign(key.getPrivate(), text));
        if (!id.isEmpty()) {
            headers.put("Poterne-Device", id);
        }
        return new Call(house, "/" + tenant + path, body, headers);
    }

    /** A call on its way; each change makes another one, with the signature as it was. */
    public record Call(House node, String path, String body, Map<String, String> headers) {

        Call with(String header, String value) {
            var changed = new HashMap<>(headers);
            changed.put(header, value);
            return new Call(node, path, body, changed);
        }

        Call without(String header) {
            var changed = new HashMap<>(headers);
            changed.remove(header);
            return new Call(node, path, body, changed);
        }

        Call saying(String otherBody) {
            return new Call(node, path, otherBody, headers);
        }

        Call to(String otherPath) {
            return new Call(node, otherPath, body, headers);
        }

        public Call at(House otherNode) {
            return new Call(otherNode, path, body, headers);
        }

        public Seen send() {
            return send(node.visitor());
        }

        public Seen send(Visitor from) {
            var request =
                    HttpRequest.newBuilder(URI.create(node.address() + path)).POST(BodyPublishers.ofString(body));
            headers.forEach(request::setHeader);
            return from.send(request);
        }
    }

    public static JsonNode read(Seen answer) {
        return JSON.readTree(answer.body());
    }

    private static String sign(PrivateKey key, String text) {
        try {
            var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(key);
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return BASE64.encodeToString(signature.sign());
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
}
