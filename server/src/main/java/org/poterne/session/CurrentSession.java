package org.poterne.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.poterne.tenant.Tenant;
import org.poterne.tenant.TenantCookie;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** The session of the request at hand, and its cookie. A request without the cookie costs the database nothing. */
@Component
public final class CurrentSession {

    private static final String ASKED = CurrentSession.class.getName();

    private final Sessions sessions;

    CurrentSession(Sessions sessions) {
        this.sessions = sessions;
    }

    /** Looked up once a request. */
    @SuppressWarnings("unchecked")
    public Optional<SignedInPerson> person(Tenant tenant, HttpServletRequest request) {
        if (request.getAttribute(ASKED) instanceof Optional<?> known) {
            return (Optional<SignedInPerson>) known;
        }
        var found = id(tenant, request).flatMap(id -> sessions.find(tenant.id(), id));
        request.setAttribute(ASKED, found);
        return found;
    }

    /** For the page that says the database is away: whose session it is stays unknown, unless it is known already. */
    public void askNoMore(HttpServletRequest request) {
        if (request.getAttribute(ASKED) == null) {
            request.setAttribute(ASKED, Optional.empty());
        }
    }

    /** The earlier session of this browser, if any, ends: identifiers are never carried over a sign-in. */
    public void begin(Tenant tenant, SessionId session, HttpServletRequest request, HttpServletResponse response) {
        id(tenant, request).ifPresent(earlier -> sessions.end(tenant.id(), earlier));
        response.addHeader(
                HttpHeaders.SET_COOKIE, cookie(tenant).set(session.reveal()).toString());
    }

    /** Its owner has just shown the password again. */
    public void proved(Tenant tenant, HttpServletRequest request, HttpServletResponse response) {
        id(tenant, request)
                .flatMap(id -> sessions.proved(tenant.id(), id))
                .ifPresent(fresh -> response.addHeader(
                        HttpHeaders.SET_COOKIE,
                        cookie(tenant).set(fresh.reveal()).toString()));
    }

    /** What browsers keep of this origin goes too; cookies stay, being also those of other tenants (ASVS 14.3.1). */
    public void end(Tenant tenant, HttpServletRequest request, HttpServletResponse response) {
        id(tenant, request).ifPresent(session -> sessions.end(tenant.id(), session));
        response.addHeader(HttpHeaders.SET_COOKIE, cookie(tenant).clear().toString());
        response.setHeader("Clear-Site-Data", "\"cache\"");
    }

    private static Optional<SessionId> id(Tenant tenant, HttpServletRequest request) {
        return cookie(tenant).read(request).flatMap(SessionId::parse);
    }

    private static TenantCookie cookie(Tenant tenant) {
        return new TenantCookie(tenant, "session");
    }
}
