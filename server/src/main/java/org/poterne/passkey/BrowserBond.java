package org.poterne.passkey;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.poterne.tenant.Tenant;
import org.poterne.tenant.TenantCookie;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * Which browser a challenge of the door was given to: an answer that was signed elsewhere opens nothing here. The cookie says
 * nothing of anybody, and goes with the browser.
 */
@Component
final class BrowserBond {

    private static final int BYTES = 32;
    private static final int LENGTH = 43; // of 32 bytes in base64url

    private final SecureRandom random = new SecureRandom();

    /** One for all its pages and windows. */
    String begin(Tenant tenant, HttpServletRequest request, HttpServletResponse response) {
        return of(tenant, request).orElseGet(() -> {
            var secret = new byte[BYTES];
            random.nextBytes(secret);
            var value = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
            response.addHeader(HttpHeaders.SET_COOKIE, cookie(tenant).set(value).toString());
            return value;
        });
    }

    Optional<String> of(Tenant tenant, HttpServletRequest request) {
        return cookie(tenant).read(request).filter(value -> value.length() == LENGTH);
    }

    private static TenantCookie cookie(Tenant tenant) {
        return new TenantCookie(tenant, "passkey");
    }
}
