package org.poterne.push;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import org.poterne.tenant.TenantId;
import org.poterne.tenant.Tenants;
import org.springframework.stereotype.Component;

/** Tells a push service who sends, and where complaints go: a token signed with ES256 (RFC 8292). */
@Component
final class Vapid {

    /** RFC 8292 §2: not more than 24 hours. Half of it, for clocks that differ. */
    private static final Duration LIFE = Duration.ofHours(12);

    private final PushKey key;
    private final Tenants tenants;
    private final Clock clock;

    Vapid(PushKey key, Tenants tenants, Clock clock) {
        this.key = key;
        this.tenants = tenants;
        this.clock = clock;
    }

    /** The value of {@code Authorization}, good at this service alone: a token stolen there opens no other. */
    String authorization(TenantId tenant, URI endpoint) {
        var claims = "{\"aud\":\"%s\",\"exp\":%d,\"sub\":\"%s\"}"
                .formatted(origin(endpoint), clock.instant().plus(LIFE).getEpochSecond(), contact(tenant));
        var signed = encoded(utf8("{\"typ\":\"JWT\",\"alg\":\"ES256\"}")) + "." + encoded(utf8(claims));
        return "vapid t=" + signed + "." + encoded(signature(signed)) + ", k=" + key.applicationServerKey();
    }

    /** RFC 6454 §6.2: the usual port goes unsaid. */
    private static String origin(URI endpoint) {
        return endpoint.getScheme() + "://" + endpoint.getRawAuthority().replaceFirst(":443$", "");
    }

    /** Addresses of the configuration, whose form admits nothing that JSON would have to escape. */
    private String contact(TenantId tenant) {
        return tenants.get(tenant)
                .contact()
                .mail()
                .map(mail -> "mailto:" + mail)
                .orElseGet(() -> tenants.baseUrl().toString());
    }

    private byte[] signature(String text) {
        try {
            var signature =
                    Signature.getInstance("SHA256withECDSAinP1363Format"); // r and s side by side, RFC 7518 §3.4
            signature.initSign(key.pair().getPrivate());
            signature.update(utf8(text));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
