package org.poterne.factor;

import org.poterne.account.AccountId;
import org.poterne.tenant.TenantId;

/**
 * An account has one more second factor, in the transaction under way.
 *
 * @param factor its {@link Factor#name}
 */
public record FactorBound(TenantId tenant, AccountId account, String factor) {}
