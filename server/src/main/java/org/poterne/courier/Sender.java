package org.poterne.courier;

import org.poterne.account.EmailAddress;
import org.poterne.tenant.TenantId;
import org.poterne.tenant.Tenants;
import org.springframework.stereotype.Component;

/** Whose name letters bear: pages tell it, so that people know it in their mailbox. */
@Component
public final class Sender {

    private final Tenants tenants;
    private final MailSettings settings;

    Sender(Tenants tenants, MailSettings settings) {
        this.tenants = tenants;
        this.settings = settings;
    }

    public EmailAddress of(TenantId tenant) {
        var from = tenants.policy(tenant, LettersPolicy.class).from().orElse(settings.from());
        return EmailAddress.parse(from).orElseThrow();
    }
}
