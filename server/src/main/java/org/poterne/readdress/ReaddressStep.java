package org.poterne.readdress;

import java.util.Locale;
import java.util.UUID;
import org.poterne.account.AccountId;
import org.poterne.tenant.TenantId;

/** A change by the desk went on without any agent, in the transaction under way. */
public record ReaddressStep(TenantId tenant, AccountId account, UUID request, Step step) {

    public enum Step {
        CONFIRMED,
        CANCELLED,
        MADE,
        DIED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
