package org.poterne.registration;

import java.time.Clock;
import org.poterne.account.Accounts;
import org.poterne.tenant.Tenant;
import org.poterne.tenant.Tenants;
import org.springframework.stereotype.Component;

/** Sign-ups that nobody confirmed are not kept (RG-9; GDPR art. 5(1)(e)), open door or not. */
@Component
final class Unconfirmed {

    private final Tenants tenants;
    private final Accounts accounts;
    private final Clock clock;

    Unconfirmed(Tenants tenants, Accounts accounts, Clock clock) {
        this.tenants = tenants;
        this.accounts = accounts;
        this.clock = clock;
    }

    int forgetOld() {
        return tenants.all().stream().mapToInt(this::forgetOldOf).sum();
    }

    private int forgetOldOf(Tenant tenant) {
        var life = tenants.policy(tenant.id(), RegistrationPolicy.class).unconfirmedLife();
        return accounts.forgetUnconfirmed(tenant.id(), clock.instant().minus(life));
    }
}
