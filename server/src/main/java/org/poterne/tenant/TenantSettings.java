package org.poterne.tenant;

import java.net.URI;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param baseUrl where people reach this install, without a trailing slash: {@code https://access.example.org}
 * @param tenants the folder that holds {@code <tenant>/tenant.yaml}
 */
@ConfigurationProperties("poterne")
record TenantSettings(URI baseUrl, Path tenants) {

    TenantSettings {
        var host = baseUrl.getHost();
        var web = "https".equals(baseUrl.getScheme()) || "http".equals(baseUrl.getScheme());
        if (!web || host == null || baseUrl.getQuery() != null || baseUrl.getFragment() != null) {
            throw new IllegalArgumentException("poterne.base-url is not a web address: " + baseUrl);
        }
        baseUrl = URI.create(baseUrl.toString().replaceAll("/+$", ""));
    }
}
