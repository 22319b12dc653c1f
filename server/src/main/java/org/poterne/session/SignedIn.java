package org.poterne.session;

import org.poterne.account.AccountId;
import org.poterne.tenant.TenantId;

/**
 * Somebody signed in.
 *
 * @param from the address, as budgets count it
 */
public record SignedIn(TenantId tenant, AccountId account, String from) {}
