package org.poterne.tenant;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where a person finds a human. No page may end in a dead end, so a tenant has at least one way. */
public record TenantContact(
        @Setting(value = "E-mail address.", fallback = "none")
        Optional<String> mail,

        @Setting(value = "Web page.", fallback = "none") Optional<URI> url) {

    private static final Pattern MAIL = Pattern.compile("[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");

    public TenantContact {
        if (mail.isPresent() && !MAIL.matcher(mail.get()).matches()) {
            throw new SettingRefused("mail", "is not an e-mail address.", "Write it as `help@example.org`.");
        }
        if (url.isPresent() && !String.valueOf(url.get().getScheme()).matches("https?")) {
            throw new SettingRefused("url", "is not a web address: " + url.get(), "Begin it with `https://`.");
        }
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
