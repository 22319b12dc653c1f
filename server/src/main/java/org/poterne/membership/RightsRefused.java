package org.poterne.membership;

import org.poterne.account.AccountId;
import org.poterne.tenant.TenantId;

/** An administrator asked for more than they hold: no page offers that (ASVS 5.0 16.3.2). */
public record RightsRefused(TenantId tenant, EstablishmentId establishment, AccountId by) {}
