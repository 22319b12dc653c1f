package org.poterne.push;

import java.net.URI;
import java.net.URISyntaxException;
import java.security.interfaces.ECPublicKey;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a browser is reached: the address its service gave it, and the keys that only it can read with. The address opens
 * a door to somebody's phone, so none of it is printed.
 */
public final class Subscription {

    private static final int LONGEST = 2048;
    private static final int SECRET_BYTES = 16; // RFC 8291 §3.2
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    /** Begins its last label with a letter: {@code 127.0.0.1}, {@code 2130706433} and {@code 0x7f.1} are no names. */
    private static final Pattern NAME = Pattern.compile("([a-z0-9-]{1,63}\\.)*[a-z][a-z0-9-]{0,62}");

    private final URI endpoint;
    private final ECPublicKey key;
    private final byte[] secret;

    private Subscription(URI endpoint, ECPublicKey key, byte[] secret) {
        this.endpoint = endpoint;
        this.key = key;
        this.secret = secret;
    }

    /**
     * From what {@link #endpoint}, {@link #p256dh} and {@link #auth} gave. What a browser sends goes through {@link
     * Pushes#subscription}, which knows the services.
     */
    public static Optional<Subscription> parse(String endpoint, String p256dh, String auth) {
        return endpoint(endpoint)
                .flatMap(address -> decoded(p256dh)
                        .flatMap(P256::point)
                        .flatMap(key -> decoded(auth)
                                .filter(secret -> secret.length == SECRET_BYTES)
                                .map(secret -> new Subscription(address, key, secret))));
    }

    public URI endpoint() {
        return endpoint;
    }

    /** As {@code PushSubscription.getKey} names it: a point of P-256, base64url. */
    public String p256dh() {
        return ENCODER.encodeToString(P256.bytes(key));
    }

    /** As {@code PushSubscription.getKey} names it: 16 bytes that this subscription's messages need, base64url. */
    public String auth() {
        return ENCODER.encodeToString(secret);
    }

    ECPublicKey key() {
        return key;
    }

    byte[] secret() {
        return secret.clone();
    }

    private static Optional<URI> endpoint(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            var address = new URI(text);
            var isPlain = address.getHost() != null
                    && NAME.matcher(address.getHost()).matches()
                    && address.getRawUserInfo() == null
                    && address.getRawFragment() == null;
            return isPlain ? Optional.of(address) : Optional.empty();
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }

    private static Optional<byte[]> decoded(String base64) {
        try {
            return base64.length() > 2 * P256.POINT_BYTES
                    ? Optional.empty()
                    : Optional.of(Base64.getUrlDecoder().decode(base64));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "Subscription[redacted]";
    }
}
