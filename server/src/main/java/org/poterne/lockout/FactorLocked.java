package org.poterne.lockout;

import org.poterne.account.AccountId;
import org.poterne.tenant.TenantId;

/** Whoever knows the password has shown too many wrong codes beside it. */
public record FactorLocked(TenantId tenant, AccountId account) {}
