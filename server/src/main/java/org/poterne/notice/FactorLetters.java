package org.poterne.notice;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.poterne.account.Account;
import org.poterne.account.AccountId;
import org.poterne.account.Accounts;
import org.poterne.courier.Courier;
import org.poterne.courier.Letter;
import org.poterne.courier.LetterOrder;
import org.poterne.factor.FactorBound;
import org.poterne.factor.FactorUnbound;
import org.poterne.lockout.FactorLocked;
import org.poterne.passkey.PasskeyCloned;
import org.poterne.recoverycode.RecoveryCodeSpent;
import org.poterne.recoverycode.RecoveryCodesReplaced;
import org.poterne.tenant.TenantId;
import org.poterne.tenant.Tenants;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What became of a second factor, to its holder, who may not have been the one (NIST SP 800-63B-4 §4.6; ASVS 5.0 6.3.5, 6.3.7). */
@Component
class FactorLetters {

    /** Behind it the factor's name: {@code notice.factor-bound.totp}. */
    static final String BOUND = "notice.factor-bound.";

    static final String UNBOUND = "notice.factor-unbound.";
    static final String LOCKED = "notice.factor-locked";
    static final String CLONED = "notice.passkey-cloned";
    static final String SPENT = "notice.recovery-code-spent";
    static final String REPLACED = "notice.recovery-codes-replaced";

    private static final Duration WORTH_SENDING = Duration.ofDays(2);

    private final Courier courier;
    private final Accounts accounts;
    private final Tenants tenants;
    private final Clock clock;

    FactorLetters(Courier courier, Accounts accounts, Tenants tenants, Clock clock) {
        this.courier = courier;
        this.accounts = accounts;
        this.tenants = tenants;
        this.clock = clock;
    }

    @EventListener
    void on(FactorBound event) {
        queue(event.tenant(), event.account(), BOUND + event.factor());
    }

    @EventListener
    void on(FactorUnbound event) {
        queue(event.tenant(), event.account(), UNBOUND + event.factor());
    }

    @EventListener
    void on(FactorLocked event) {
        queue(event.tenant(), event.account(), LOCKED);
    }

    @EventListener
    void on(PasskeyCloned event) {
        queue(event.tenant(), event.account(), CLONED);
    }

    @EventListener
    void on(RecoveryCodeSpent event) {
        queue(event.tenant(), event.account(), SPENT);
    }

    @EventListener
    void on(RecoveryCodesReplaced event) {
        queue(event.tenant(), event.account(), REPLACED);
    }

    /** Owed in the same transaction, sent after it. */
    private void queue(TenantId tenant, AccountId account, String kind) {
        accounts.find(tenant, account).filter(Account::isConfirmed).ifPresent(_ -> {
            var now = clock.instant();
            courier.queue(new LetterOrder(
                    tenant,
                    kind,
                    account.value(),
                    tenants.get(tenant).defaultLanguage(),
                    now,
                    now.plus(WORTH_SENDING)));
        });
    }

    Optional<Letter> bound(LetterOrder order, String factor) {
        return words(order).map(words -> words.bound(factor));
    }

    Optional<Letter> unbound(LetterOrder order, String factor) {
        return words(order).map(words -> words.unbound(factor));
    }

    Optional<Letter> locked(LetterOrder order) {
        return words(order).map(FactorWords::locked);
    }

    Optional<Letter> cloned(LetterOrder order) {
        return words(order).map(FactorWords::cloned);
    }

    Optional<Letter> spent(LetterOrder order) {
        return words(order).map(FactorWords::spent);
    }

    Optional<Letter> replaced(LetterOrder order) {
        return words(order).map(FactorWords::replaced);
    }

    private Optional<FactorWords> words(LetterOrder order) {
        return accounts.find(order.tenant(), new AccountId(order.concerns()))
                .map(account -> new FactorWords(
                        tenants.get(order.tenant()), account, order.languageFor(account), order.queuedAt()));
    }
}
