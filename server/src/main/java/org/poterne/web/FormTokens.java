package org.poterne.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.poterne.key.InstallationKey;
import org.poterne.tenant.Tenant;
import org.poterne.tenant.TenantCookie;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.stereotype.Component;

/**
 * The anti-CSRF value of forms: a signed double-submit cookie, so that an anonymous page costs no session row. Signed with
 * the installation's key for one tenant: a value planted by somebody else, or of another tenant, is not one of ours
 * (OWASP CSRF, "Signed Double-Submit Cookie"; NIST SP 800-63B-4 §5.1).
 */
@Component
final class FormTokens implements CsrfTokenRepository {

    private static final String HEADER = "X-CSRF-Token";
    private static final int BYTES = 32;

    private final InstallationKey key;
    private final SecureRandom random = new SecureRandom();

    FormTokens(InstallationKey key) {
        this.key = key;
    }

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        var secret = new byte[BYTES];
        random.nextBytes(secret);
        var value = encode(secret);
        return token(value + "." + signature(request, value));
    }

    @Override
    public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        TenantDoor.tenant(request).map(FormTokens::cookie).ifPresent(cookie -> {
            var header = token == null ? cookie.clear() : cookie.set(token.getToken());
            response.addHeader(HttpHeaders.SET_COOKIE, header.toString());
        });
    }

    @Override
    public @Nullable CsrfToken loadToken(HttpServletRequest request) {
        return TenantDoor.tenant(request)
                .map(FormTokens::cookie)
                .flatMap(cookie -> cookie.read(request))
                .filter(value -> isOurs(request, value))
                .map(FormTokens::token)
                .orElse(null);
    }

    private boolean isOurs(HttpServletRequest request, String value) {
        var dot = value.indexOf('.');
        return dot > 0
                && MessageDigest.isEqual(
                        value.substring(dot + 1).getBytes(StandardCharsets.UTF_8),
                        signature(request, value.substring(0, dot)).getBytes(StandardCharsets.UTF_8));
    }

    private String signature(HttpServletRequest request, String value) {
        var tenant = TenantDoor.tenant(request).map(found -> found.id().value()).orElse("");
        return encode(key.mac("form token", tenant, value));
    }

    private static TenantCookie cookie(Tenant tenant) {
        return new TenantCookie(tenant, "form");
    }

    private static CsrfToken token(String value) {
        return new DefaultCsrfToken(HEADER, Page.CSRF_FIELD, value);
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
