package org.poterne.tenant;

import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The keys of a tenant file that belong to no module: who the organisation is and how it speaks. */
record TenantFile(
        @Setting("The organisation's name, as its people know it.")
        String name,

        @Setting("Shipped languages it speaks; the first is the default.")
        List<Locale> languages,

        @Setting(value = "Time zone of the dates in pages and letters.", fallback = "Europe/Paris")
        ZoneId zone,

        @Setting(
                value = "Hosts of its own, as `login.gimic.org`, the first used in links; without one: `/{tenant}/`.",
                fallback = "[]")
        List<String> hosts,

        @Setting("Where its people find help.") TenantContact contact,

        @Setting(value = "Links shown above each page.", fallback = "[]")
        List<TenantLink> links,

        @Setting(value = "Logo and colour.", fallback = "{}")
        TenantLook look,

        @Setting(value = "Its own wording: language, then message key, then the sentence.", fallback = "{}")
        Map<Locale, Map<String, String>> words,

        @Setting(value = "Settings below the standards that the organisation answers for.", fallback = "[]")
        List<RuleException> exceptions) {

    TenantFile {
        if (languages.isEmpty()) {
            throw new SettingRefused("languages", "names no language.", "Write at least one, as `[fr]`.");
        }
        for (var host : hosts) {
            if (!host.matches("[a-z0-9.-]+(:[0-9]+)?")) {
                throw new SettingRefused(
                        "hosts", "holds '" + host + "'.", "Write lower-case host names, as `login.example.org`.");
            }
        }
    }

    URI address(URI install) {
        return hosts.stream()
                .findFirst()
                .map(host -> URI.create(install.getScheme() + "://" + host))
                .orElse(install);
    }
}
