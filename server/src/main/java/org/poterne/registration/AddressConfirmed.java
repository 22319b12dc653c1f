package org.poterne.registration;

import org.poterne.account.AccountId;
import org.poterne.tenant.TenantId;

/**
 * Whoever signed up has shown that the mailbox is theirs: from now on the account is one.
 *
 * @param from the address, as budgets count it
 */
public record AddressConfirmed(TenantId tenant, AccountId account, String from) {}
