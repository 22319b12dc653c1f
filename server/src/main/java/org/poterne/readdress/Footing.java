package org.poterne.readdress;

import org.poterne.account.Account;
import org.poterne.account.Accounts;
import org.poterne.assistance.LargeAccounts;
import org.poterne.tenant.TenantId;
import org.springframework.stereotype.Component;

/** What a change rests on, looked at again at each step: an account that is active, large, and still has its old address. */
@Component
class Footing {

    private final Accounts accounts;
    private final LargeAccounts large;

    Footing(Accounts accounts, LargeAccounts large) {
        this.accounts = accounts;
        this.large = large;
    }

    boolean holds(TenantId tenant, Readdress change) {
        return accounts.find(tenant, change.account())
                .filter(Account::isActive)
                .filter(account -> account.email().equals(change.from()))
                .filter(account -> large.isLarge(tenant, account.id()))
                .isPresent();
    }
}
