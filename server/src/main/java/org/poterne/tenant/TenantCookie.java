package org.poterne.tenant;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.ResponseCookie;

/**
 * A cookie of one tenant: {@code __Host-session-gimic}. The tenant is in its name because tenants found by path share an
 * origin; what it holds is bound to the tenant besides, so that it is worth nothing at another.
 *
 * <p>HttpOnly, Path=/, no Domain, Secure with the {@code __Host-} prefix over TLS (NIST SP 800-63B-4 §5.1.1; ASVS
 * 3.3.1-3.3.4). SameSite is Lax: with Strict, the redirect that follows the link of a letter would arrive without it.
 */
public record TenantCookie(Tenant tenant, String kind) {

    private String name() {
        return (tenant.isSecure() ? "__Host-" : "") + kind + "-" + tenant.id();
    }

    public Optional<String> read(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(name()))
                .map(Cookie::getValue)
                .findFirst();
    }

    /** Until the browser closes. */
    public ResponseCookie set(String value) {
        return cookie(value).build();
    }

    public ResponseCookie set(String value, Duration life) {
        return cookie(value).maxAge(life).build();
    }

    public ResponseCookie clear() {
        return cookie("").maxAge(Duration.ZERO).build();
    }

    private ResponseCookie.ResponseCookieBuilder cookie(String value) {
        return ResponseCookie.from(name(), value)
                .path("/")
                .httpOnly(true)
                .secure(tenant.isSecure())
                .sameSite("Lax");
    }
}
