package org.poterne.account;

import org.poterne.tenant.TenantId;

/** An account has another address, in the transaction under way. */
public record AddressChanged(TenantId tenant, AccountId account) {}
