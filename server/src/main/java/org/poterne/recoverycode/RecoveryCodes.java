package org.poterne.recoverycode;

import java.util.Optional;
import org.poterne.account.AccountId;
import org.poterne.device.DeviceId;
import org.poterne.lockout.CodeComparison;
import org.poterne.lockout.FactorGuard;
import org.poterne.password.SlowHashes;
import org.poterne.tenant.TenantId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Codes as they are typed, at the door or as a proof: compared within the account's budget of failures, and once each. */
@Component
public class RecoveryCodes {

    private final KeptCodes kept;
    private final SlowHashes hashes;
    private final FactorGuard guard;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    RecoveryCodes(
            KeptCodes kept,
            SlowHashes hashes,
            FactorGuard guard,
            TransactionTemplate transaction,
            ApplicationEventPublisher events) {
        this.kept = kept;
        this.hashes = hashes;
        this.guard = guard;
        this.transaction = transaction;
        this.events = events;
    }

    /**
     * One guess, unless it is no code at all. It costs one hash whether or not the account has such a code.
     *
     * @param device the browser's, if it has a device cookie of ours
     */
    public CodeComparison spend(TenantId tenant, AccountId account, Optional<DeviceId> device, String typed) {
        return RecoveryCode.parse(typed)
                .map(code -> guard.compare(tenant, account, device, () -> isSpent(tenant, account, code)))
                .orElse(CodeComparison.WRONG);
    }

    private boolean isSpent(TenantId tenant, AccountId account, RecoveryCode code) {
        var hash = kept.hash(tenant, account, code.selector());
        return hashes.matches(code.secret(), hash)
                && Boolean.TRUE.equals(transaction.execute(
                        _ -> spent(tenant, account, new HashedCode(code.selector(), hash.orElseThrow()))));
    }

    private boolean spent(TenantId tenant, AccountId account, HashedCode code) {
        var spent = kept.spend(tenant, account, code);
        if (spent) {
            events.publishEvent(new RecoveryCodeSpent(tenant, account));
        }
        return spent;
    }
}
