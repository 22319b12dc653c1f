package org.poterne.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.poterne.tenant.Tenant;
import org.poterne.tenant.Tenants;
import org.springframework.stereotype.Component;

/** Whose host a request was sent to: the install's, one tenant's, or nobody's. */
@Component
final class Hosts {

    sealed interface Whose {}

    record TheInstall() implements Whose {}

    record OneTenant(Tenant tenant) implements Whose {}

    /**
     * A page of a tenant has this host to itself.
     *
     * @param tenant whose page was asked for; empty: nothing that is there
     */
    record ThePage(Optional<Tenant> tenant) implements Whose {}

    record Nobody() implements Whose {}

    private final Tenants tenants;
    private final SideHosts sides;
    private final String own;

    Hosts(Tenants tenants, SideHosts sides) {
        this.tenants = tenants;
        this.sides = sides;
        this.own = authority(tenants.baseUrl());
    }

    Whose whose(HttpServletRequest request) {
        var host = authority(request.getServerName(), request.getServerPort());
        var tenant = tenants.byHost(host);
        if (tenant.isPresent()) {
            return new OneTenant(tenant.get());
        }
        if (sides.isOne(host)) {
            return new ThePage(sides.find(host, request.getRequestURI()));
        }
        return host.equals(own) ? new TheInstall() : new Nobody();
    }

    static String authority(URI url) {
        return authority(url.getHost(), url.getPort());
    }

    private static String authority(String host, int port) {
        var isUsual = port == 80 || port == 443 || port < 0;
        return host.toLowerCase(Locale.ROOT) + (isUsual ? "" : ":" + port);
    }
}
