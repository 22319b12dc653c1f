package org.poterne.invitation;

import java.util.UUID;
import org.poterne.account.AccountId;
import org.poterne.tenant.TenantId;

/** Whoever was invited has accepted, in the transaction under way. What else the invitation is for begins with this. */
public record InvitationAccepted(TenantId tenant, UUID invitation, AccountId account) {}
