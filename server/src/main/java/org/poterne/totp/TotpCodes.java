package org.poterne.totp;

import java.util.Optional;
import org.poterne.account.AccountId;
import org.poterne.device.DeviceId;
import org.poterne.lockout.CodeComparison;
import org.poterne.lockout.FactorGuard;
import org.poterne.tenant.TenantId;
import org.springframework.stereotype.Component;

/** Codes as they are typed, at the door or as a proof: compared within the account's budget of failures, and once each. */
@Component
public class TotpCodes {

    private final TotpApps apps;
    private final FactorGuard guard;

    TotpCodes(TotpApps apps, FactorGuard guard) {
        this.apps = apps;
        this.guard = guard;
    }

    /**
     * One guess, unless it is no code at all. An account without an application counts as one with: the answer tells nobody.
     *
     * @param device the browser's, if it has a device cookie of ours
     */
    public CodeComparison verify(TenantId tenant, AccountId account, Optional<DeviceId> device, String typed) {
        return TypedCode.parse(typed)
                .map(code -> guard.compare(tenant, account, device, () -> apps.accept(tenant, account, code)))
                .orElse(CodeComparison.WRONG);
    }
}
