package org.poterne.recovery;

import org.poterne.account.Account;
import org.poterne.account.Accounts;
import org.poterne.account.Username;
import org.poterne.tenant.TenantId;
import org.springframework.stereotype.Component;

/** Which address a locked name is shown: its account's, or one that was invented. Both cost the same. */
@Component
final class ShownAddresses {

    private final Accounts accounts;
    private final InventedAddresses invented;

    ShownAddresses(Accounts accounts, InventedAddresses invented) {
        this.accounts = accounts;
        this.invented = invented;
    }

    /** Masked. A closed account is answered as nobody's, as it is at the door. */
    String of(TenantId tenant, String typed) {
        var username = Username.parse(typed).orElseThrow();
        var nobodys = invented.of(tenant, username);
        return accounts.findByUsername(tenant, username)
                .filter(Account::isActive)
                .map(Account::email)
                .orElse(nobodys)
                .masked();
    }
}
