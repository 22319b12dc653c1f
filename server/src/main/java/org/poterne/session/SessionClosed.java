package org.poterne.session;

import org.poterne.account.AccountId;
import org.poterne.tenant.TenantId;

/** Somebody ended sessions of their account from another one, in the transaction under way. */
public record SessionClosed(TenantId tenant, AccountId account, Which which) {

    public enum Which {
        ONE,
        ALL_OTHERS
    }
}
