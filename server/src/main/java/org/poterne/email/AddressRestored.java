package org.poterne.email;

import org.poterne.account.AccountId;
import org.poterne.tenant.TenantId;

/** An earlier address took its account back, in the transaction under way. */
public record AddressRestored(TenantId tenant, AccountId account) {}
