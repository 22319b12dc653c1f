package org.poterne.passkey;

import java.util.Optional;
import org.poterne.account.AccountId;
import org.poterne.tenant.TenantId;
import org.poterne.throttle.ClientAddress;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says that a passkey was refused, in a transaction: what is written down and what is queued for its holder go together. */
@Component
class Refusals {

    private final ApplicationEventPublisher events;

    Refusals(ApplicationEventPublisher events) {
        this.events = events;
    }

    /** @param account whose passkey it named */
    @Transactional
    public void refused(TenantId tenant, Optional<AccountId> account, ClientAddress from) {
        events.publishEvent(new PasskeyRefused(tenant, account, from.value()));
    }

    @Transactional
    public void cloned(TenantId tenant, AccountId account) {
        events.publishEvent(new PasskeyCloned(tenant, account));
    }
}
