package org.poterne.factor;

import java.util.Optional;
import org.poterne.account.AccountId;
import org.poterne.device.DeviceId;
import org.poterne.lockout.CodeComparison;
import org.poterne.tenant.TenantId;

/** A factor that is shown by typing a code, whichever page asks for it. */
public interface CodeFactor extends Factor {

    /**
     * One guess, within the account's budget of failures; a code that is right is spent by it. Outside any transaction.
     *
     * @param device the browser's, if it has a device cookie of ours
     */
    CodeComparison compare(TenantId tenant, AccountId account, Optional<DeviceId> device, String typed);
}
