package org.poterne.lockout;

import java.util.Optional;
import org.poterne.account.AccountId;
import org.poterne.password.PasswordReplaced;
import org.poterne.password.PasswordWithdrawn;
import org.poterne.tenant.TenantId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The locks of the accounts there are: whether they are shut, and how they open. */
@Component
class Locks {

    private final Counters counters;
    private final Lanes lanes;
    private final ApplicationEventPublisher events;

    Locks(Counters counters, Lanes lanes, ApplicationEventPublisher events) {
        this.counters = counters;
        this.lanes = lanes;
        this.events = events;
    }

    /** How an account's door stands. */
    enum State {
        OPEN,
        LOCKED,
        /** So many failures in a row that only a new password opens it (NIST SP 800-63B-4 §3.2.2). */
        PASSWORD_DEAD
    }

    State state(TenantId tenant, AccountId account) {
        if (counters.isShut(tenant, cap(tenant, account))) {
            return State.PASSWORD_DEAD;
        }
        return counters.isLocked(tenant, account) ? State.LOCKED : State.OPEN;
    }

    /** By the link in the letter: the lock is open and all attempts are back. The failures in a row still count (LO-2). */
    @Transactional
    public void unlock(TenantId tenant, AccountId account) {
        counters.open(tenant, account, cap(tenant, account));
        events.publishEvent(new AccountUnlocked(tenant, account));
    }

    /** A reset opens the lock and zeroes every count in its own transaction (Keycloak #45388; FusionAuth #2936). */
    @EventListener
    void on(PasswordReplaced event) {
        counters.forget(event.tenant(), event.account());
    }

    /** What was counted was guesses at a password that is gone. */
    @EventListener
    void on(PasswordWithdrawn event) {
        counters.forget(event.tenant(), event.account());
    }

    private Lane cap(TenantId tenant, AccountId account) {
        return lanes.cap(tenant, Claim.of(account, Optional.empty()));
    }
}
