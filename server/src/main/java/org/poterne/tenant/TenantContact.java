package org.poterne.tenant;

import java.net.URI;
import java.util.Optional;

/** Where a person finds a human. No page may end in a dead end, so a tenant has at least one way. */
public record TenantContact(
        @Setting(value = "E-mail address.", fallback = "none")
        Optional<String> mail,

        @Setting(value = "Web page.", fallback = "none") Optional<URI> url) {

    public TenantContact {
        if (mail.isEmpty() && url.isEmpty()) {
            throw new SettingRefused(
                    "mail", "is missing, and so is `url`.", "Give at least one: no page may end in a dead end.");
        }
    }

    /** What a link points at: the page where there is one, else the mailbox. */
    public URI link() {
        return url.orElseGet(() -> URI.create("mailto:" + mail.orElseThrow()));
    }

    /** As it is written in a letter. */
    public String shown() {
        return mail.orElseGet(() -> url.orElseThrow().toString());
    }
}
