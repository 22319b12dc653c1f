package org.poterne.recoverycode;

import org.poterne.account.AccountId;
import org.poterne.tenant.TenantId;

/** A fresh set took the place of the codes of before; in the transaction that makes it. */
public record RecoveryCodesReplaced(TenantId tenant, AccountId account) {}
