package org.poterne.authenticator;

import java.util.UUID;
import org.poterne.account.Account;
import org.poterne.account.Accounts;
import org.poterne.authenticator.Bindings.Binding;
import org.poterne.authenticator.Devices.NewDevice;
import org.poterne.authenticator.EnrolmentOutcome.Bound;
import org.poterne.authenticator.EnrolmentOutcome.CodeUnusable;
import org.poterne.authenticator.EnrolmentOutcome.TooManyPhones;
import org.poterne.factor.FactorBound;
import org.poterne.factor.FactorChanges;
import org.poterne.tenant.TenantId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The one transaction in which a code is spent and a phone is an account's. */
@Component
class Binder {

    /** Several must be possible (MF-7); a list that nobody reads through any more protects nobody. */
    static final int MOST = 10;

    private final FactorChanges changes;
    private final Bindings bindings;
    private final Devices devices;
    private final Accounts accounts;
    private final ApplicationEventPublisher events;

    Binder(
            FactorChanges changes,
            Bindings bindings,
            Devices devices,
            Accounts accounts,
            ApplicationEventPublisher events) {
        this.changes = changes;
        this.bindings = bindings;
        this.devices = devices;
        this.accounts = accounts;
        this.events = events;
    }

    @Transactional
    public EnrolmentOutcome bind(TenantId tenant, Binding binding, NewDevice device) {
        changes.begin(tenant, binding.account());
        var account = accounts.find(tenant, binding.account())
                .filter(Account::isActive)
                .filter(Account::isConfirmed);
        var authenticator = UUID.randomUUID();
        if (devices.live(tenant, binding.account()) >= MOST) {
            return new TooManyPhones();
        }
        if (account.isEmpty() || !bindings.spend(tenant, binding, authenticator)) {
            return new CodeUnusable();
        }
        devices.add(tenant, binding.account(), authenticator, device);
        events.publishEvent(new AuthenticatorBound(tenant, binding.account(), authenticator));
        events.publishEvent(new FactorBound(tenant, binding.account(), Authenticators.FACTOR));
        return new Bound(authenticator, account.get());
    }
}
