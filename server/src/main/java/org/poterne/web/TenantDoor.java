package org.poterne.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.poterne.tenant.Tenant;
import org.poterne.tenant.TenantId;
import org.poterne.tenant.Tenants;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Finds the tenant, by its own host or by the first segment of the path, before anything else looks at the request. A host
 * that is nobody's is answered 421 (RFC 9110 §15.5.20): a forged one goes no further than this door.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class TenantDoor extends OncePerRequestFilter {

    private static final String TENANT = Tenant.class.getName();

    private final Tenants tenants;
    private final Hosts hosts;

    TenantDoor(Tenants tenants, Hosts hosts) {
        this.tenants = tenants;
        this.hosts = hosts;
    }

    static Optional<Tenant> tenant(HttpServletRequest request) {
        return request.getAttribute(TENANT) instanceof Tenant tenant ? Optional.of(tenant) : Optional.empty();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getRequestURI().startsWith("/actuator/")) {
            chain.doFilter(request, response); // probes come by address, and no tenant is concerned
            return;
        }
        switch (hosts.whose(request)) {
            case Hosts.Nobody() -> response.sendError(421);
            case Hosts.OneTenant(var tenant)
            when isShared(request.getRequestURI()) -> {
                request.setAttribute(TENANT, tenant);
                chain.doFilter(request, response);
            }
            case Hosts.OneTenant(var tenant) -> let(tenant, request, response, chain);
            case Hosts.ThePage _ when isShared(request.getRequestURI()) -> chain.doFilter(request, response);
            case Hosts.ThePage(var tenant) -> {
                if (tenant.isEmpty()) {
                    response.sendError(HttpServletResponse.SC_NOT_FOUND);
                } else {
                    let(tenant.get(), request, response, chain);
                }
            }
            case Hosts.TheInstall() -> {
                byPath(request).ifPresent(tenant -> request.setAttribute(TENANT, tenant));
                chain.doFilter(request, response);
            }
        }
    }

    /** To its page, by path whichever way it was found. */
    private static void let(Tenant tenant, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        request.setAttribute(TENANT, tenant);
        chain.doFilter(tenant.hasHost() ? new PrefixedRequest(request, "/" + tenant.id()) : request, response);
    }

    private static boolean isShared(String path) {
        return path.startsWith("/assets/") || path.startsWith("/.well-known/") || path.equals("/favicon.ico");
    }

    /** A tenant with a host of its own is found there and nowhere else. */
    private Optional<Tenant> byPath(HttpServletRequest request) {
        var segments = request.getRequestURI().split("/", 3);
        return segments.length < 2
                ? Optional.empty()
                : TenantId.parse(segments[1]).flatMap(tenants::find).filter(tenant -> !tenant.hasHost());
    }
}
