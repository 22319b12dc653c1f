package org.poterne.unbinding;

import java.time.Clock;
import org.poterne.account.Account;
import org.poterne.account.AccountId;
import org.poterne.account.Accounts;
import org.poterne.agent.DeskPolicy;
import org.poterne.factor.Factors;
import org.poterne.tenant.TenantId;
import org.poterne.tenant.Tenants;
import org.springframework.stereotype.Component;

/** What an unbinding rests on, looked at again at each step. */
@Component
class UnbindingFooting {

    private final Accounts accounts;
    private final Staff staff;
    private final Factors factors;
    private final Tenants tenants;
    private final Clock clock;

    UnbindingFooting(Accounts accounts, Staff staff, Factors factors, Tenants tenants, Clock clock) {
        this.accounts = accounts;
        this.staff = staff;
        this.factors = factors;
        this.tenants = tenants;
        this.clock = clock;
    }

    Standing standing(TenantId tenant, AccountId id) {
        var account = accounts.find(tenant, id)
                .filter(Account::isActive)
                .filter(Account::isConfirmed)
                .filter(_ -> tenants.policy(tenant, DeskPolicy.class).isOpen())
                .filter(_ -> !staff.isAgent(tenant, id))
                .filter(_ -> factors.isAsked(tenant, id));
        if (account.isEmpty()) {
            return Standing.NOTHING;
        }
        if (staff.administers(tenant, id)) {
            return Standing.ADMINISTERS;
        }
        return account.get().isRecoverable(clock.instant()) ? Standing.POSSIBLE : Standing.HELD_BACK;
    }

    /** The same account as when it was proposed: with another address it is perhaps another person's by now. */
    boolean holds(TenantId tenant, Unbinding unbinding) {
        return standing(tenant, unbinding.account()) == Standing.POSSIBLE
                && accounts.find(tenant, unbinding.account())
                        .filter(account -> account.email().equals(unbinding.email()))
                        .isPresent();
    }
}
