package org.poterne.recovery;

import org.poterne.tenant.TenantId;

/**
 * Somebody asked for a new password, for an account that may or may not exist.
 *
 * @param from as budgets count it
 */
public record RecoveryAsked(TenantId tenant, String from) {}
