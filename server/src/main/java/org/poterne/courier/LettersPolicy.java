package org.poterne.courier;

import java.util.Optional;
import org.poterne.tenant.Setting;
import org.poterne.tenant.SettingRefused;
import org.poterne.tenant.TenantPolicy;

/** How a tenant's letters are signed. */
record LettersPolicy(
        @Setting(value = "Sender's address; `poterne.mail.from` unless said.", fallback = "none")
        Optional<String> from) implements TenantPolicy {

    LettersPolicy {
        if (from.isPresent() && !MailSettings.canSend(from.get())) {
            throw new SettingRefused(
                    "from",
                    "is not an e-mail address that is ASCII before the @.",
                    "Write it as `no-reply@example.org`.");
        }
    }
}
