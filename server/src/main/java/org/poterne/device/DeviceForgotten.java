package org.poterne.device;

import org.poterne.account.AccountId;
import org.poterne.tenant.TenantId;

/** Its owner no longer wants a browser to be known, in the transaction under way. */
public record DeviceForgotten(TenantId tenant, AccountId account) {}
