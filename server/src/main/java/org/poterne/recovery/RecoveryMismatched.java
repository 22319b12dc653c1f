package org.poterne.recovery;

import org.poterne.account.AccountId;
import org.poterne.tenant.TenantId;

/**
 * Somebody with a good link described another account than the link's.
 *
 * @param from the address, as budgets count it
 */
public record RecoveryMismatched(TenantId tenant, AccountId account, String from) {}
