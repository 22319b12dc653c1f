package org.poterne.tenant;

import java.net.URI;

/** A link of the organisation, shown above its pages. */
public record TenantLink(
        @Setting("The words of the link.") String label,
        @Setting("Where it leads, `https://…`.") URI url) {

    public TenantLink {
        if (!"https".equals(url.getScheme()) && !"http".equals(url.getScheme())) {
            throw new SettingRefused("url", "is not a web address: " + url, "Begin it with `https://`.");
        }
    }
}
