package org.poterne.authenticator;

import java.net.URI;
import java.util.Optional;
import org.poterne.tenant.Setting;
import org.poterne.tenant.SettingRefused;
import org.poterne.tenant.SideHost;
import org.poterne.tenant.TenantPolicy;

/** Whether a tenant's people may add their phones, and where the application lives. */
public record AuthenticatorPolicy(
        @Setting(
                value = "Whether people may add their phone, which then answers for their account.",
                fallback = "false")
        boolean enabled,

        @Setting(
                value =
                        "Where the authenticator is opened, `https://authenticator.example.org`: a host that serves nothing"
                                + " else, so that no page of another is near its keys. A tenant with `hosts` of its own needs one"
                                + " that no other tenant names. Without it, the tenant’s own address.",
                fallback = "none")
        Optional<URI> baseUrl)
        implements TenantPolicy, SideHost {

    public AuthenticatorPolicy {
        baseUrl.ifPresent(AuthenticatorPolicy::check);
    }

    @Override
    public String page() {
        return AuthenticatorAddress.PAGE;
    }

    private static void check(URI url) {
        var host = url.getHost();
        if (host == null
                || !(url.getRawPath() + "/").matches("/{1,2}")
                || url.getQuery() != null
                || url.getFragment() != null) {
            throw new SettingRefused(
                    "base-url", "is more or less than a host.", "Write it as `https://authenticator.example.org`.");
        }
        var isHere = host.equals("localhost") || host.endsWith(".localhost");
        if (!"https".equals(url.getScheme()) && !isHere) {
            throw new SettingRefused(
                    "base-url", "is not `https`: a browser keeps no keys for it.", "Begin it with `https://`.");
        }
    }
}
