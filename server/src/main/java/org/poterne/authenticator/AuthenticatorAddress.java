package org.poterne.authenticator;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.poterne.tenant.Tenant;
import org.poterne.tenant.Tenants;
import org.springframework.stereotype.Component;

/** Where a tenant's authenticator is: on a host of its own where its file names one, and else among its other pages. */
@Component
final class AuthenticatorAddress {

    static final String PAGE = "/authenticator";

    private final Tenants tenants;

    AuthenticatorAddress(Tenants tenants) {
        this.tenants = tenants;
    }

    /** From the tenant's file and never from a request. */
    URI page(Tenant tenant) {
        return tenants.policy(tenant.id(), AuthenticatorPolicy.class)
                .baseUrl()
                .map(own -> own.resolve(tenant.path(PAGE)))
                .orElseGet(() -> tenant.link(PAGE));
    }

    /** What the phone's lock is bound to: {@code https://authenticator.example.org}. */
    String origin(Tenant tenant) {
        var page = page(tenant);
        return page.getScheme() + "://" + page.getAuthority();
    }

    String host(Tenant tenant) {
        return page(tenant).getHost();
    }

    /** Or at another of the tenant's hosts, where the phone's keys are not. */
    boolean isAskedAt(Tenant tenant, HttpServletRequest request) {
        return tenants.policy(tenant.id(), AuthenticatorPolicy.class)
                .baseUrl()
                .map(URI::getHost)
                .map(host -> host.equalsIgnoreCase(request.getServerName()))
                .orElse(true);
    }

    /** WebAuthn knows names alone. */
    boolean hasName(Tenant tenant) {
        return !host(tenant).matches("[0-9.]+|\\[.*]");
    }
}
