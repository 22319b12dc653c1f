package org.poterne.lockout;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.poterne.account.Account;
import org.poterne.account.AccountId;
import org.poterne.account.Accounts;
import org.poterne.courier.Courier;
import org.poterne.courier.Letter;
import org.poterne.courier.LetterOrder;
import org.poterne.courier.LetterWriter;
import org.poterne.tenant.TenantId;
import org.poterne.tenant.Tenants;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The letter that goes by itself when an account is locked: one a lock, since a lock is not locked again (LO-4). */
@Component
class LockedLetter implements LetterWriter {

    private static final String KIND = "lockout.locked";

    private final Courier courier;
    private final UnlockLinks links;
    private final Accounts accounts;
    private final Tenants tenants;
    private final Clock clock;

    LockedLetter(Courier courier, UnlockLinks links, Accounts accounts, Tenants tenants, Clock clock) {
        this.courier = courier;
        this.links = links;
        this.accounts = accounts;
        this.tenants = tenants;
        this.clock = clock;
    }

    /** Owed for an identifier that is nobody's too, and then written to nobody: both locks cost the same rows. */
    void owe(TenantId tenant, Optional<AccountId> account) {
        var now = clock.instant();
        courier.queue(new LetterOrder(
                tenant,
                KIND,
                account.map(AccountId::value).orElseGet(UUID::randomUUID),
                tenants.get(tenant).defaultLanguage(),
                now,
                now.plus(tenants.policy(tenant, LockoutPolicy.class).linkLife())));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    @Transactional
    public Optional<Letter> write(LetterOrder order) {
        return accounts.find(order.tenant(), new AccountId(order.concerns()))
                .filter(Account::isActive)
                .filter(Account::isConfirmed) // else strangers could have letters sent to whom they like
                .flatMap(account -> links.whenLocked(order, account));
    }
}
