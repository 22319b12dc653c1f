package org.poterne.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.poterne.account.AccountId;
import org.poterne.key.InstallationKey;
import org.poterne.tenant.Tenant;
import org.poterne.tenant.TenantCookie;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** What an agent searched for, between the form and the page of results: sealed, and never in an address, which histories keep. */
@Component
class SearchCookie {

    private static final String KIND = "desk-search";
    private static final String SEAL = "desk search";
    private static final Duration LIFE = Duration.ofMinutes(30);

    private final InstallationKey key;

    SearchCookie(InstallationKey key) {
        this.key = key;
    }

    /**
     * @param text as it was typed
     * @param request number of the request that the search is for; empty: a call
     */
    record Search(String text, String request) {}

    void keep(Tenant tenant, AccountId agent, Search search, HttpServletResponse response) {
        var written = encoded(search.text()) + "&" + encoded(search.request());
        var cookie = new TenantCookie(tenant, KIND).set(key.sealText(SEAL, context(tenant, agent), written), LIFE);
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    /** Nothing of another agent's, or of a cookie that we did not make. */
    Optional<Search> read(Tenant tenant, AccountId agent, HttpServletRequest request) {
        return new TenantCookie(tenant, KIND)
                .read(request)
                .flatMap(box -> key.openText(SEAL, context(tenant, agent), box))
                .map(written -> written.split("&", 2))
                .map(halves -> new Search(decoded(halves[0]), decoded(halves[1])));
    }

    private static String context(Tenant tenant, AccountId agent) {
        return tenant.id() + " " + agent;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
