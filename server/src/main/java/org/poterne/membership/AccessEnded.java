package org.poterne.membership;

import org.poterne.account.AccountId;
import org.poterne.tenant.TenantId;

/** Somebody's access to an establishment has ended, in the transaction under way. */
public record AccessEnded(TenantId tenant, EstablishmentId establishment, AccountId account) {}
