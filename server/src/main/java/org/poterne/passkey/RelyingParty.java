package org.poterne.passkey;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.poterne.tenant.Tenant;

/**
 * A tenant as passkeys know it: bound to its host name, for good. From the configuration and never from a request.
 *
 * @param origins the pages that may ask (WebAuthn L3 §7.2 step 12)
 */
record RelyingParty(String id, String name, Set<String> origins) {

    /** @return nothing where no browser would make one: at an address without a name, or without TLS */
    static Optional<RelyingParty> of(Tenant tenant) {
        var base = tenant.link("/");
        return isPossible(base)
                ? Optional.of(new RelyingParty(base.getHost(), tenant.name(), origins(tenant, base)))
                : Optional.empty();
    }

    static boolean isPossible(URI base) {
        return isName(base.getHost()) && isSecure(base);
    }

    private static boolean isName(String host) {
        return !host.startsWith("[") && !host.matches("[0-9.]+");
    }

    /** Browsers count this machine's own name as secure, for trials (W3C Secure Contexts §3.1). */
    private static boolean isSecure(URI base) {
        var host = base.getHost();
        return "https".equals(base.getScheme()) || host.equals("localhost") || host.endsWith(".localhost");
    }

    private static Set<String> origins(Tenant tenant, URI base) {
        var origins = new TreeSet<String>();
        origins.add(base.getScheme() + "://" + base.getAuthority());
        tenant.hosts().forEach(host -> origins.add(base.getScheme() + "://" + host));
        return Set.copyOf(origins);
    }
}
