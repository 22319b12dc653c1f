package org.poterne.invitation;

import java.util.Optional;
import java.util.UUID;
import org.poterne.account.AccountId;
import org.poterne.tenant.TenantId;

/**
 * Somebody invited somebody.
 *
 * @param by empty: the operator
 */
public record InvitationSent(TenantId tenant, UUID invitation, Optional<AccountId> by) {}
