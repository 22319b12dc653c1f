package org.poterne.desk;

import java.time.Clock;
import org.poterne.account.Account;
import org.poterne.assistance.LargeAccounts;
import org.poterne.lockout.UnlockLetters;
import org.poterne.readdress.Readdresses;
import org.poterne.tenant.TenantId;
import org.poterne.unbinding.Standing;
import org.poterne.unbinding.UnbindingProposals;
import org.springframework.stereotype.Component;

/** What can be done for an account just now. */
@Component
class Offers {

    private final UnlockLetters locks;
    private final LargeAccounts large;
    private final Readdresses changes;
    private final UnbindingProposals unbindings;
    private final Clock clock;

    Offers(UnlockLetters locks, LargeAccounts large, Readdresses changes, UnbindingProposals unbindings, Clock clock) {
        this.locks = locks;
        this.large = large;
        this.changes = changes;
        this.unbindings = unbindings;
        this.clock = clock;
    }

    /** To a mailbox that somebody has shown to read, and not to one that has just taken another's place. */
    boolean usernames(Account account) {
        return account.isActive() && account.isConfirmed() && account.isRecoverable(clock.instant());
    }

    boolean reset(Account account) {
        return account.isActive();
    }

    boolean unlock(TenantId tenant, Account account) {
        return account.isActive() && account.isConfirmed() && locks.wouldOpen(tenant, account.id());
    }

    boolean address(TenantId tenant, Account account) {
        return account.isActive()
                && large.isLarge(tenant, account.id())
                && changes.underWay(tenant, account.id()).isEmpty();
    }

    Standing unbinding(TenantId tenant, Account account) {
        return unbindings.standing(tenant, account.id());
    }
}
