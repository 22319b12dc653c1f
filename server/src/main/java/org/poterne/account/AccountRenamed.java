package org.poterne.account;

import org.poterne.tenant.TenantId;

/** Somebody gave their account another name, in the transaction under way. */
public record AccountRenamed(TenantId tenant, AccountId account) {}
