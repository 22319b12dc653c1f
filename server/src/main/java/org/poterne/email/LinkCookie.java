package org.poterne.email;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.poterne.tenant.Tenant;
import org.poterne.tenant.TenantCookie;
import org.poterne.token.OneTimeToken;
import org.springframework.http.HttpHeaders;

/** Where a link's secret waits between its address, where histories and referrers would keep it, and the button. */
record LinkCookie(String kind) {

    private static final Duration LIFE = Duration.ofHours(1);

    void keep(Tenant tenant, String token, HttpServletResponse response) {
        var cookie = new TenantCookie(tenant, kind);
        var kept = OneTimeToken.parse(token)
                .map(good -> cookie.set(good.reveal(), LIFE))
                .orElseGet(cookie::clear);
        response.addHeader(HttpHeaders.SET_COOKIE, kept.toString());
    }

    Optional<OneTimeToken> read(Tenant tenant, HttpServletRequest request) {
        return new TenantCookie(tenant, kind).read(request).flatMap(OneTimeToken::parse);
    }

    void forget(Tenant tenant, HttpServletResponse response) {
        response.addHeader(
                HttpHeaders.SET_COOKIE, new TenantCookie(tenant, kind).clear().toString());
    }
}
