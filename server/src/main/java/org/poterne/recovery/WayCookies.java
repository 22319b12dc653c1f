package org.poterne.recovery;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.poterne.tenant.Tenant;
import org.poterne.token.LinkCookie;
import org.poterne.token.OneTimeToken;
import org.springframework.stereotype.Component;

/** Where a browser keeps its way back. A link that was opened last is the way, whatever was begun before it. */
@Component
class WayCookies {

    private final AttemptCookie attempts;

    WayCookies(AttemptCookie attempts) {
        this.attempts = attempts;
    }

    void keepLink(Tenant tenant, String token, Duration life, HttpServletResponse response) {
        link(tenant).keep(token, life, response);
    }

    /** In the place of a link that has been spent, or of none. */
    void keepAttempt(Tenant tenant, AttemptId attempt, HttpServletResponse response) {
        link(tenant).clear(response);
        attempts.keep(tenant, attempt, response);
    }

    Optional<WayBack> read(Tenant tenant, HttpServletRequest request) {
        return link(tenant)
                .read(request)
                .<WayBack>map(WayBack.Link::new)
                .or(() -> attempts.read(tenant, request).map(WayBack.Attempt::new));
    }

    /** The link, where it is one that leads back. */
    Optional<OneTimeToken> link(Tenant tenant, HttpServletRequest request) {
        return link(tenant).read(request);
    }

    Optional<AttemptId> attempt(Tenant tenant, HttpServletRequest request) {
        return attempts.read(tenant, request);
    }

    void clear(Tenant tenant, HttpServletResponse response) {
        link(tenant).clear(response);
        attempts.clear(tenant, response);
    }

    private static LinkCookie link(Tenant tenant) {
        return new LinkCookie(tenant, "recovery");
    }
}
