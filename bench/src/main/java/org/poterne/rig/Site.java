package org.poterne.rig;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * What the nodes of one install share.
 *
 * @param data with the keys
 */
public record Site(Launch launch, Postgres postgres, Sink sink, Path data, Path tenants) {

    /**
     * A node as an operator would set it up behind a proxy: visitors come from whatever address X-Forwarded-For names.
     *
     * @param page that is opened first: of one of the tenants
     * @param more settings that stand above these
     */
    public Blueprint node(String name, Address address, String page, Map<String, String> more) {
        var settings = new HashMap<String, String>();
        settings.put("POTERNE_BASE_URL", address.url());
        settings.put("POTERNE_MAIL_FROM", "no-reply@poterne.example");
        settings.put("POTERNE_TENANTS", tenants.toString());
        settings.put("POTERNE_DATA", data.toString());
        settings.put("SPRING_DATASOURCE_URL", postgres.url());
        settings.put("SPRING_DATASOURCE_USERNAME", postgres.user());
        settings.put("SPRING_DATASOURCE_PASSWORD", postgres.password());
        settings.put("SPRING_MAIL_HOST", "127.0.0.1");
        settings.put("SPRING_MAIL_PORT", String.valueOf(sink.port()));
        settings.put("SERVER_PORT", String.valueOf(address.port()));
        settings.put("SERVER_ADDRESS", "127.0.0.1");
        settings.put("SERVER_FORWARD_HEADERS_STRATEGY", "native");
        settings.putAll(more);
        return new Blueprint(name, launch.command("serve"), settings, address, page, data.resolve(name + ".log"));
    }
}
