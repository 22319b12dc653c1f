package org.poterne.challenge;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.poterne.key.InstallationKey;
import org.poterne.tenant.Tenant;
import org.poterne.tenant.TenantCookie;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * The browser a question was put to, by a cookie of its own: whoever is asked has no session yet. An answer read by somebody
 * else's eyes is worth nothing here, and an image sent on to them shows nothing (CA-4).
 */
@Component
final class QuestionBrowser {

    private static final int BYTES = 32;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final InstallationKey key;
    private final SecureRandom random = new SecureRandom();

    QuestionBrowser(InstallationKey key) {
        this.key = key;
    }

    /** What is kept of it. */
    Optional<byte[]> of(Tenant tenant, HttpServletRequest request) {
        return cookie(tenant)
                .read(request)
                .filter(value -> FORM.matcher(value).matches())
                .map(value -> digest(tenant, value));
    }

    /** As {@link #of}; one that has no cookie yet is given it. */
    byte[] known(Tenant tenant, HttpServletRequest request, HttpServletResponse response) {
        return of(tenant, request).orElseGet(() -> {
            var secret = new byte[BYTES];
            random.nextBytes(secret);
            var value = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
            response.addHeader(HttpHeaders.SET_COOKIE, cookie(tenant).set(value).toString());
            return digest(tenant, value);
        });
    }

    private byte[] digest(Tenant tenant, String value) {
        return key.mac("challenge browser", tenant.id().value(), value);
    }

    private static TenantCookie cookie(Tenant tenant) {
        return new TenantCookie(tenant, "challenge");
    }
}
