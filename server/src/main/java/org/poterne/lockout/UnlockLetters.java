package org.poterne.lockout;

import java.util.Optional;
import org.poterne.account.AccountId;
import org.poterne.tenant.TenantId;
import org.poterne.tenant.Tenants;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The door for whoever looks after accounts: how a lock stands, and its letter once more, to the stored address. */
@Component
public class UnlockLetters {

    private final Locks locks;
    private final LockedLetter letter;
    private final Tenants tenants;

    UnlockLetters(Locks locks, LockedLetter letter, Tenants tenants) {
        this.locks = locks;
        this.letter = letter;
        this.tenants = tenants;
    }

    /** For whoever looks after the account, and never for a visitor. */
    public boolean isLocked(TenantId tenant, AccountId account) {
        return locks.state(tenant, account) != Locks.State.OPEN;
    }

    /** Whether a letter would open it: not where time alone does, nor once only a new password helps. */
    public boolean wouldOpen(TenantId tenant, AccountId account) {
        return locks.state(tenant, account) == Locks.State.LOCKED
                && tenants.policy(tenant, LockoutPolicy.class).opensByLetter();
    }

    /** Nothing is written if the lock has opened by the time it would be. Budgets are the caller's. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void owe(TenantId tenant, AccountId account) {
        letter.owe(tenant, Optional.of(account));
    }
}
