package org.poterne.email;

import java.time.Duration;
import java.util.Optional;
import org.poterne.account.AccountId;
import org.poterne.account.EmailAddress;
import org.poterne.tenant.TenantId;
import org.poterne.throttle.Budget;
import org.poterne.throttle.Spending.Exhausted;
import org.poterne.throttle.Throttle;
import org.springframework.stereotype.Component;

/** How many letters somebody with a password may have sent, and to whom: the new address is one that was typed. */
@Component
final class AddressBudgets {

    private static final Budget PER_ACCOUNT = new Budget("changes of address per account", 5, Duration.ofHours(1));
    private static final Budget PER_ADDRESS = new Budget("changes of address to one", 3, Duration.ofHours(1));
    private static final Budget PER_ADDRESS_AND_DAY =
            new Budget("changes of address to one, a day", 6, Duration.ofDays(1));

    private final Throttle throttle;

    AddressBudgets(Throttle throttle) {
        this.throttle = throttle;
    }

    /** @return how long to wait, when one of them is spent */
    Optional<Duration> spend(TenantId tenant, AccountId account, EmailAddress to) {
        return pause(tenant, PER_ACCOUNT, account.toString())
                .or(() -> pause(tenant, PER_ADDRESS, to.canonical()))
                .or(() -> pause(tenant, PER_ADDRESS_AND_DAY, to.canonical()));
    }

    private Optional<Duration> pause(TenantId tenant, Budget budget, String subject) {
        return throttle.spend(tenant, budget, subject) instanceof Exhausted(var pause)
                ? Optional.of(pause)
                : Optional.empty();
    }
}
