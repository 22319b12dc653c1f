package org.poterne.account;

import org.poterne.tenant.TenantId;

/** Somebody deleted their account, in the transaction under way: all that hung on it is gone, or goes in that transaction. */
public record AccountDeleted(TenantId tenant, AccountId account) {}
