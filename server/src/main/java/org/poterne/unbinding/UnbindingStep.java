package org.poterne.unbinding;

import java.util.Locale;
import java.util.UUID;
import org.poterne.account.AccountId;
import org.poterne.tenant.TenantId;

/** An unbinding went on without any agent, in the transaction under way. */
public record UnbindingStep(TenantId tenant, AccountId account, UUID request, Step step) {

    public enum Step {
        CANCELLED,
        RETURNED,
        MADE,
        DIED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
