package org.poterne.web;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.poterne.tenant.SideHost;
import org.poterne.tenant.Tenant;
import org.poterne.tenant.Tenants;
import org.springframework.stereotype.Component;

/** Hosts that serve one page of a tenant, what is below it and its look, and nothing else: no page of another is near. */
@Component
final class SideHosts {

    /** A page of one tenant and its host. */
    private record Side(Tenant tenant, String page) {}

    private static final Set<String> LOOK = Set.of("/look.css", "/logo.svg");

    private final Map<String, List<Side>> byHost = new HashMap<>();

    SideHosts(Tenants tenants) {
        for (var tenant : tenants.all()) {
            tenants.settings(tenant.id(), SideHost.class)
                    .forEach(settings -> settings.baseUrl().ifPresent(url -> add(tenants, tenant, settings, url)));
        }
    }

    /** Tenants that are found by their path may share one; those with hosts of their own are found by it, each alone. */
    private void add(Tenants tenants, Tenant tenant, SideHost settings, URI url) {
        var host = Hosts.authority(url);
        var sides = byHost.computeIfAbsent(host, _ -> new ArrayList<>());
        if (tenants.byHost(host).isPresent()
                || (!sides.isEmpty()
                        && (tenant.hasHost() || sides.getFirst().tenant().hasHost()))) {
            throw new IllegalArgumentException("tenant %s: base-url of %s names a host that is another’s: %s"
                    .formatted(tenant.id(), settings.page(), host));
        }
        sides.add(new Side(tenant, settings.page()));
    }

    boolean isOne(String host) {
        return byHost.containsKey(host);
    }

    /** The tenant whose page this path is there; anything else is nothing there. */
    Optional<Tenant> find(String host, String path) {
        return byHost.getOrDefault(host, List.of()).stream()
                .filter(side -> isServed(side, path))
                .map(Side::tenant)
                .findFirst();
    }

    private static boolean isServed(Side side, String path) {
        var prefix = side.tenant().path("");
        if (!path.startsWith(prefix)) {
            return false;
        }
        var rest = path.substring(prefix.length());
        return rest.equals(side.page()) || rest.startsWith(side.page() + "/") || LOOK.contains(rest);
    }
}
