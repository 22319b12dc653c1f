package org.poterne.membership;

import org.poterne.account.AccountId;
import org.poterne.tenant.TenantId;

/** Somebody has access to an establishment, or more of it than before. */
public record AccessGranted(TenantId tenant, EstablishmentId establishment, AccountId account) {}
