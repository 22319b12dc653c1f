package org.poterne.users;

import org.poterne.account.AccountId;
import org.poterne.membership.EstablishmentId;
import org.poterne.tenant.TenantId;

/** An administrator changed or ended somebody's access to an establishment, in the transaction under way. */
public record UserManaged(TenantId tenant, EstablishmentId establishment, AccountId account, AccountId by, Act act) {

    public enum Act {
        RIGHTS_CHANGED,
        REMOVED
    }
}
