package org.poterne.registration;

import org.poterne.account.AccountId;
import org.poterne.tenant.TenantId;

/**
 * Somebody signed up; nobody has confirmed it yet.
 *
 * @param from the address, as budgets count it
 */
public record SignedUp(TenantId tenant, AccountId account, String from) {}
