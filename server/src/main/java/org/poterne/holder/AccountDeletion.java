package org.poterne.holder;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.poterne.account.AccountId;
import org.poterne.account.Accounts;
import org.poterne.account.OwnAccount;
import org.poterne.courier.Courier;
import org.poterne.courier.LetterOrder;
import org.poterne.courier.LetterRequests;
import org.poterne.tenant.TenantId;
import org.springframework.stereotype.Component;

/** The end of an account, at its holder's wish. */
@Component
class AccountDeletion {

    /** How long its letter is worth sending, and so how long the address outlives the account, sealed. */
    private static final Duration WORTH_SENDING = Duration.ofDays(2);

    private final Accounts accounts;
    private final OwnAccount own;
    private final LetterRequests requests;
    private final Courier courier;
    private final Clock clock;

    AccountDeletion(Accounts accounts, OwnAccount own, LetterRequests requests, Courier courier, Clock clock) {
        this.accounts = accounts;
        this.own = own;
        this.requests = requests;
        this.courier = courier;
        this.clock = clock;
    }

    /** The key of what keeps the account from being deleted, if anything does. */
    Optional<String> obstacle(TenantId tenant, AccountId account) {
        return own.obstacle(tenant, account);
    }

    /**
     * In the transaction under way; not at all when an obstacle has come since the page was shown. The letter tells the owner
     * even when the hand was a thief's.
     */
    void delete(TenantId tenant, AccountId id, Locale language) {
        if (own.obstacle(tenant, id).isPresent()) {
            return;
        }
        var now = clock.instant();
        accounts.find(tenant, id)
                .map(account -> requests.begin(tenant, account.email(), WORTH_SENDING))
                .map(request ->
                        new LetterOrder(tenant, DeletedLetter.KIND, request, language, now, now.plus(WORTH_SENDING)))
                .ifPresent(courier::queue);
        own.delete(tenant, id);
    }
}
