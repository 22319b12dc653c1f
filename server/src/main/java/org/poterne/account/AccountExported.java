package org.poterne.account;

import org.poterne.tenant.TenantId;

/**
 * Somebody took a copy of what is kept on their account.
 *
 * @param from the address, as budgets count it
 */
public record AccountExported(TenantId tenant, AccountId account, String from) {}
