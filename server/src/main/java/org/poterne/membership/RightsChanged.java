package org.poterne.membership;

import org.poterne.account.AccountId;
import org.poterne.tenant.TenantId;

/** Somebody's rights at an establishment are others than before, in the transaction under way. */
public record RightsChanged(TenantId tenant, EstablishmentId establishment, AccountId account) {}
