package org.poterne.lockout;

import java.util.Optional;
import org.poterne.account.Account;
import org.poterne.account.Accounts;
import org.poterne.courier.Letter;
import org.poterne.courier.LetterOrder;
import org.poterne.courier.LetterRequests;
import org.poterne.courier.LetterWriter;
import org.poterne.tenant.Tenants;
import org.poterne.throttle.Spending.Granted;
import org.poterne.throttle.Throttle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The letter asked for by somebody who did not get the first: always with a fresh link (Decidim #1573, #2616). */
@Component
class ResentLetter implements LetterWriter {

    static final String KIND = "lockout.resent";

    private final LetterRequests requests;
    private final UnlockLinks links;
    private final Accounts accounts;
    private final Throttle throttle;
    private final Tenants tenants;

    ResentLetter(LetterRequests requests, UnlockLinks links, Accounts accounts, Throttle throttle, Tenants tenants) {
        this.requests = requests;
        this.links = links;
        this.accounts = accounts;
        this.throttle = throttle;
        this.tenants = tenants;
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** Budgets are the account's; when they are spent, silence (mail cannon: Kratos #1835). */
    @Override
    @Transactional
    public Optional<Letter> write(LetterOrder order) {
        var tenant = order.tenant();
        var hourly = tenants.policy(tenant, LockoutPolicy.class).hourly();
        return requests.addressee(
                        tenant,
                        order.concerns(),
                        typed -> accounts.findByEmail(tenant, typed)
                                .filter(Account::isActive)
                                .map(Account::id)
                                .filter(account ->
                                        throttle.spend(tenant, hourly, account.toString()) instanceof Granted))
                .flatMap(account -> accounts.find(tenant, account))
                .filter(Account::isActive)
                .map(account -> links.whenAsked(order, account));
    }
}
