package org.poterne.renewal;

import org.poterne.account.AccountId;
import org.poterne.tenant.TenantId;

/**
 * Somebody who was to replace an expired password did not type it right a second time.
 *
 * @param from the address, as budgets count it
 */
public record RenewalRefused(TenantId tenant, AccountId account, String from) {}
