package org.poterne.recoverycode;

import org.poterne.account.AccountId;
import org.poterne.tenant.TenantId;

/** Somebody showed a code of the account, which is worth nothing any more; in the transaction that spends it. */
public record RecoveryCodeSpent(TenantId tenant, AccountId account) {}
