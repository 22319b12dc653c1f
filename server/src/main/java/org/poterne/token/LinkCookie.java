package org.poterne.token;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.poterne.tenant.Tenant;
import org.poterne.tenant.TenantCookie;
import org.springframework.http.HttpHeaders;

/**
 * Where the secret of a mailed link lives once it is opened: histories and referrers would keep it in the address. Opening
 * changes nothing and asks nothing of the database: scanners may do it as often as they like.
 */
public record LinkCookie(Tenant tenant, String kind) {

    /** @param token the text behind {@code token=}; a mangled one leaves no cookie */
    public void keep(String token, Duration life, HttpServletResponse response) {
        var kept = OneTimeToken.parse(token)
                .map(good -> cookie().set(good.reveal(), life))
                .orElseGet(() -> cookie().clear());
        response.addHeader(HttpHeaders.SET_COOKIE, kept.toString());
    }

    public Optional<OneTimeToken> read(HttpServletRequest request) {
        return cookie().read(request).flatMap(OneTimeToken::parse);
    }

    public void clear(HttpServletResponse response) {
        response.addHeader(HttpHeaders.SET_COOKIE, cookie().clear().toString());
    }

    private TenantCookie cookie() {
        return new TenantCookie(tenant, kind);
    }
}
