package org.poterne.desk;

import java.time.Duration;
import java.util.Optional;
import org.poterne.account.AccountId;
import org.poterne.tenant.TenantId;
import org.poterne.throttle.Budget;
import org.poterne.throttle.Spending.Exhausted;
import org.poterne.throttle.Throttle;
import org.springframework.stereotype.Component;

/** How many letters the whole desk may have sent to one account: its own budget, so that a stranger's requests spend none of it. */
@Component
class AccountLetters {

    private static final Budget PER_ACCOUNT = new Budget("desk letters per account", 6, Duration.ofHours(1));

    private final Throttle throttle;

    AccountLetters(Throttle throttle) {
        this.throttle = throttle;
    }

    /** Spends one. */
    Optional<Duration> pause(TenantId tenant, AccountId account) {
        return throttle.spend(tenant, PER_ACCOUNT, account.toString()) instanceof Exhausted(var pause)
                ? Optional.of(pause)
                : Optional.empty();
    }
}
