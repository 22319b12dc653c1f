package org.poterne.account;

import org.poterne.tenant.TenantId;

/**
 * An account opens less than before, or is guarded by less, in the transaction under way: what was opened with it ends (ASVS 5.0
 * 7.4.3, 8.3.2).
 */
public record AccessReduced(TenantId tenant, AccountId account) {}
