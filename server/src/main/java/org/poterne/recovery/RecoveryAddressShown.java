package org.poterne.recovery;

import org.poterne.tenant.TenantId;

/**
 * Somebody who asked for a locked name was shown part of an address, be it an account's or nobody's.
 *
 * @param from as budgets count it
 */
public record RecoveryAddressShown(TenantId tenant, String from) {}
