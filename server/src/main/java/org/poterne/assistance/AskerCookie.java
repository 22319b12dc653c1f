package org.poterne.assistance;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.poterne.key.InstallationKey;
import org.poterne.tenant.Tenant;
import org.poterne.tenant.TenantCookie;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Shows a request's codes to the browser that sent it, and to no other: the number that people say opens nothing. */
@Component
final class AskerCookie {

    private static final String KIND = "assistance";
    private static final Pattern FORM = Pattern.compile("([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\\.([\\w-]{43})");

    private final InstallationKey key;

    AskerCookie(InstallationKey key) {
        this.key = key;
    }

    void keep(Tenant tenant, UUID request, HttpServletResponse response) {
        var cookie =
                new TenantCookie(tenant, KIND).set(request + "." + proof(tenant, request), RequestIntake.PAGE_CODES);
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    /** Nothing of a cookie that we did not make. */
    Optional<UUID> read(Tenant tenant, HttpServletRequest request) {
        return new TenantCookie(tenant, KIND)
                .read(request)
                .map(FORM::matcher)
                .filter(cookie -> cookie.matches())
                .filter(cookie -> MessageDigest.isEqual(
                        bytes(cookie.group(2)), bytes(proof(tenant, UUID.fromString(cookie.group(1))))))
                .map(cookie -> UUID.fromString(cookie.group(1)));
    }

    private String proof(Tenant tenant, UUID request) {
        var mac = key.mac("assistance asker", tenant.id().value(), request.toString());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(mac);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
