package org.poterne.recovery;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.poterne.key.InstallationKey;
import org.poterne.tenant.Tenant;
import org.poterne.tenant.TenantCookie;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * Binds an attempt to the browser that began it: the attempt's name, signed by this installation. The name alone, from a log or
 * a table, opens nothing.
 */
@Component
final class AttemptCookie {

    static final Duration LIFE = Duration.ofMinutes(30);

    private static final int NAME = 36;

    private final InstallationKey key;

    AttemptCookie(InstallationKey key) {
        this.key = key;
    }

    void keep(Tenant tenant, AttemptId attempt, HttpServletResponse response) {
        var name = attempt.value().toString();
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                cookie(tenant).set(name + "." + signature(tenant, name), LIFE).toString());
    }

    Optional<AttemptId> read(Tenant tenant, HttpServletRequest request) {
        return cookie(tenant)
                .read(request)
                .filter(value -> value.length() > NAME + 1)
                .filter(value -> isOurs(tenant, value.substring(0, NAME), value.substring(NAME + 1)))
                .map(value -> new AttemptId(UUID.fromString(value.substring(0, NAME))));
    }

    void clear(Tenant tenant, HttpServletResponse response) {
        response.addHeader(HttpHeaders.SET_COOKIE, cookie(tenant).clear().toString());
    }

    private boolean isOurs(Tenant tenant, String name, String signature) {
        return MessageDigest.isEqual(
                signature.getBytes(StandardCharsets.UTF_8),
                signature(tenant, name).getBytes(StandardCharsets.UTF_8));
    }

    private String signature(Tenant tenant, String name) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(key.mac("recovery attempt", tenant.id().value(), name));
    }

    private static TenantCookie cookie(Tenant tenant) {
        return new TenantCookie(tenant, "attempt");
    }
}
