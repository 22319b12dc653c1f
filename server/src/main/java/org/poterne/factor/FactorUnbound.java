package org.poterne.factor;

import org.poterne.account.AccountId;
import org.poterne.tenant.TenantId;

/**
 * An account has one second factor less, in the transaction under way.
 *
 * @param factor its {@link Factor#name}
 */
public record FactorUnbound(TenantId tenant, AccountId account, String factor) {}
