package org.poterne.lockout;

import org.poterne.account.AccountId;
import org.poterne.tenant.TenantId;

/** A code beside the password was wrong. */
public record FactorRefused(TenantId tenant, AccountId account) {}
