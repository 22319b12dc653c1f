package org.poterne.invitation;

import java.util.UUID;
import org.poterne.account.AccountId;
import org.poterne.tenant.TenantId;

/** An administrator took an invitation back. */
public record InvitationWithdrawn(TenantId tenant, UUID invitation, AccountId by) {}
