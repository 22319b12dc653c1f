package org.poterne.lockout;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.poterne.account.AccountId;
import org.poterne.device.DeviceId;
import org.poterne.password.HashingBusy;
import org.poterne.tenant.TenantId;
import org.poterne.tenant.Tenants;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks at a typed code within the account's budget of failures, whichever factor, page or node: unthrottled, a code of six
 * digits is met within a day (WSTG-ATHN-11). A guess is counted before it is looked at, and a new password, session or
 * challenge gives none back (NIST SP 800-63B-4 §3.2.2).
 */
@Component
public class FactorGuard {

    private static final int DIGEST = 32;

    private final Lanes lanes;
    private final Counters counters;
    private final Tenants tenants;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final SecureRandom random = new SecureRandom();

    FactorGuard(
            Lanes lanes,
            Counters counters,
            Tenants tenants,
            TransactionTemplate transaction,
            ApplicationEventPublisher events) {
        this.lanes = lanes;
        this.counters = counters;
        this.tenants = tenants;
        this.transaction = transaction;
        this.events = events;
    }

    /**
     * One guess. Outside any transaction: what is counted stays counted.
     *
     * @param device the browser's, if it has a device cookie of ours
     * @param isRight looks at the code, and spends it when it is right; asked at most once
     * @throws HashingBusy when looking at it takes a hash and too many wait already; the guess then counts for nothing
     */
    public CodeComparison compare(
            TenantId tenant, AccountId account, Optional<DeviceId> device, BooleanSupplier isRight) {
        var attempts = lanes.factor(tenant, account, device);
        var cap = lanes.factorCap(tenant, account);
        return switch (counters.holdBoth(tenant, attempts, cap)) {
            case HELD -> evaluate(tenant, account, attempts, cap, isRight);
            case OCCUPIED -> CodeComparison.CROWDED;
            case SHUT -> CodeComparison.LOCKED;
        };
    }

    /** A factor was bound anew: what was counted against the old one is over. */
    public void forget(TenantId tenant, AccountId account) {
        counters.clear(tenant, lanes.factor(tenant, account, Optional.empty()));
        counters.clear(tenant, lanes.factorCap(tenant, account));
    }

    private CodeComparison evaluate(
            TenantId tenant, AccountId account, Lane attempts, Lane cap, BooleanSupplier isRight) {
        try {
            if (isRight.getAsBoolean()) {
                counters.clear(tenant, attempts);
                counters.clear(tenant, cap);
                return CodeComparison.RIGHT;
            }
        } catch (HashingBusy busy) {
            counters.release(tenant, attempts);
            counters.release(tenant, cap);
            throw busy;
        }
        return Optional.ofNullable(transaction.execute(_ -> wrong(tenant, account, attempts, cap)))
                .orElse(CodeComparison.LOCKED);
    }

    /** The same code typed twice is two guesses: what is right changes with the time. */
    private CodeComparison wrong(TenantId tenant, AccountId account, Lane attempts, Lane cap) {
        var once = new byte[DIGEST];
        random.nextBytes(once);
        var policy = tenants.policy(tenant, LockoutPolicy.class).openedByTime();
        var count = counters.wrong(tenant, attempts, once, policy);
        var inARow = counters.add(tenant, cap);
        events.publishEvent(new FactorRefused(tenant, account));
        if (count.locked() || inARow >= cap.limit()) {
            events.publishEvent(new FactorLocked(tenant, account));
            return CodeComparison.LOCKED;
        }
        return CodeComparison.WRONG;
    }
}
