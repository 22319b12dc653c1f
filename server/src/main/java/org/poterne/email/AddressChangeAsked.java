package org.poterne.email;

import org.poterne.account.AccountId;
import org.poterne.tenant.TenantId;

/**
 * The holder of an account asked for another address, in the transaction under way.
 *
 * @param from as budgets count it
 */
public record AddressChangeAsked(TenantId tenant, AccountId account, String from) {}
