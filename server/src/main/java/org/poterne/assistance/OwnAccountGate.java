package org.poterne.assistance;

import java.time.Duration;
import org.poterne.account.Account;
import org.poterne.account.Accounts;
import org.poterne.account.EmailAddress;
import org.poterne.session.SignedInPerson;
import org.poterne.tenant.Tenant;
import org.poterne.throttle.Budget;
import org.poterne.throttle.Spending;
import org.poterne.throttle.Throttle;
import org.springframework.stereotype.Component;

/** What a holder's wish is held against before it becomes a request. */
@Component
final class OwnAccountGate {

    private static final Budget PER_ACCOUNT = new Budget("address requests per account", 5, Duration.ofDays(1));

    private final Accounts accounts;
    private final Throttle throttle;

    OwnAccountGate(Accounts accounts, Throttle throttle) {
        this.accounts = accounts;
        this.throttle = throttle;
    }

    boolean isOwnAddress(Tenant tenant, SignedInPerson person, String typed) {
        return EmailAddress.parse(typed)
                .equals(accounts.find(tenant.id(), person.account()).map(Account::email));
    }

    Spending spend(Tenant tenant, SignedInPerson person) {
        return throttle.spend(tenant.id(), PER_ACCOUNT, person.account().toString());
    }
}
