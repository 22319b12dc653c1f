package org.poterne.access;

import java.util.UUID;
import org.poterne.account.AccountId;
import org.poterne.tenant.TenantId;

/** Somebody asked another establishment, which may not exist, to give an account access. */
public record AccessAsked(TenantId tenant, UUID request, AccountId by) {}
