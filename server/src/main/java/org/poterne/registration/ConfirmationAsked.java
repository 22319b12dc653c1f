package org.poterne.registration;

import org.poterne.tenant.TenantId;

/**
 * Somebody asked for the letter of confirmation once more, for an account that may or may not exist.
 *
 * @param from the address, as budgets count it
 */
public record ConfirmationAsked(TenantId tenant, String from) {}
