package org.poterne.renewal;

import org.poterne.account.Account;
import org.poterne.lockout.Claim;
import org.poterne.lockout.Comparison;
import org.poterne.lockout.PasswordGuard;
import org.poterne.password.HashedPassword;
import org.poterne.password.PasswordOwner;
import org.poterne.password.Passwords;
import org.poterne.renewal.RenewalOutcome.CurrentLocked;
import org.poterne.renewal.RenewalOutcome.CurrentWrong;
import org.poterne.renewal.RenewalOutcome.Ready;
import org.poterne.renewal.RenewalOutcome.Refused;
import org.poterne.renewal.RenewalOutcome.TooOften;
import org.poterne.session.Entry;
import org.poterne.tenant.TenantId;
import org.poterne.throttle.Patience;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** A new password in the place of the expired one, which is typed once more: only so is the same counted up refused. */
@Component
class Renewal {

    private final PasswordGuard guard;
    private final Passwords passwords;
    private final ApplicationEventPublisher events;

    Renewal(PasswordGuard guard, Passwords passwords, ApplicationEventPublisher events) {
        this.guard = guard;
        this.passwords = passwords;
        this.events = events;
    }

    /**
     * The expired password first, whatever the new one is: the rules compare with passwords of the past. Guesses are counted
     * with those at the door. Outside any transaction: it waits for a core.
     */
    RenewalOutcome prepare(TenantId tenant, Entry entry, Account account, TypedRenewal typed) {
        if (typed.current().isEmpty()) {
            return new CurrentWrong(); // a field forgotten is no guess
        }
        return switch (guard.compare(tenant, Claim.of(account.id(), typed.device()), typed.current())) {
            case Comparison.Right _ -> judge(tenant, account, typed);
            case Comparison.Wrong _ -> wrong(tenant, entry, new CurrentWrong());
            case Comparison.Locked _ -> wrong(tenant, entry, new CurrentLocked());
            case Comparison.Crowded _ -> new TooOften(Patience.LONGEST);
        };
    }

    /** In the transaction of the entry that goes on: everything else that the old one opened ends in it. */
    boolean replace(TenantId tenant, Account account, HashedPassword fresh) {
        passwords.replace(tenant, account.id(), fresh);
        return true;
    }

    private RenewalOutcome judge(TenantId tenant, Account account, TypedRenewal typed) {
        var broken = passwords.broken(tenant, typed.fresh(), PasswordOwner.of(account), typed.current());
        return broken.isEmpty() ? new Ready(passwords.hash(typed.fresh())) : new Refused(broken);
    }

    private RenewalOutcome wrong(TenantId tenant, Entry entry, RenewalOutcome why) {
        events.publishEvent(new RenewalRefused(
                tenant, entry.account(), entry.origin().address().value()));
        return why;
    }
}
