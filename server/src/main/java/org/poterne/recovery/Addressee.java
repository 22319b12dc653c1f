package org.poterne.recovery;

import java.util.Optional;
import org.poterne.account.Account;
import org.poterne.account.Accounts;
import org.poterne.tenant.TenantId;
import org.poterne.tenant.Tenants;
import org.poterne.throttle.Budget;
import org.poterne.throttle.Spending.Granted;
import org.poterne.throttle.Throttle;
import org.springframework.stereotype.Component;

/**
 * To whom an attempt's letter goes: looked up by the courier's round, long after the visitor has his page. Budgets are the
 * account's, whatever was typed to reach it; when they are spent, silence (mail cannon: Kratos #1835).
 */
@Component
final class Addressee {

    private final RecoveryAttempts attempts;
    private final Accounts accounts;
    private final Proofs proofs;
    private final Throttle throttle;
    private final Tenants tenants;

    Addressee(RecoveryAttempts attempts, Accounts accounts, Proofs proofs, Throttle throttle, Tenants tenants) {
        this.attempts = attempts;
        this.accounts = accounts;
        this.proofs = proofs;
        this.throttle = throttle;
        this.tenants = tenants;
    }

    Optional<Account> of(TenantId tenant, RecoveryAttempt attempt) {
        return attempt.account()
                .map(account -> accounts.find(tenant, account).filter(Account::isActive))
                .orElseGet(() -> lookUp(tenant, attempt));
    }

    /** Whoever is described, where a proof comes before the letter; only then does it count as asked for. */
    private Optional<Account> lookUp(TenantId tenant, RecoveryAttempt attempt) {
        return attempts.takeAsked(tenant, attempt.id())
                .flatMap(typed -> typed.by()
                        .find(accounts, tenant, typed.identifier())
                        .filter(Account::isActive)
                        .filter(account -> proofs.stands(tenant, attempt, account, typed))
                        .filter(account -> isWithinBudget(tenant, account))
                        .filter(account -> attempts.bind(tenant, attempt, account.id())));
    }

    private boolean isWithinBudget(TenantId tenant, Account account) {
        var policy = tenants.policy(tenant, RecoveryPolicy.class);
        return granted(tenant, policy.hourly(), account) && granted(tenant, policy.daily(), account);
    }

    private boolean granted(TenantId tenant, Budget budget, Account account) {
        return throttle.spend(tenant, budget, account.id().toString()) instanceof Granted;
    }
}
