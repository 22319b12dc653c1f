package org.poterne.session;

import org.poterne.account.AccountId;
import org.poterne.tenant.TenantId;

/**
 * Somebody who has a session did not know the account's password.
 *
 * @param from the address, as budgets count it
 */
public record OwnPasswordRefused(TenantId tenant, AccountId account, String from) {}
