package org.poterne.lockout;

import org.poterne.account.AccountId;
import org.poterne.tenant.TenantId;

/** Its owner has opened the lock with the link in a letter. */
public record AccountUnlocked(TenantId tenant, AccountId account) {}
