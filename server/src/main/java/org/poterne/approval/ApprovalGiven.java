package org.poterne.approval;

import java.util.UUID;
import org.poterne.account.AccountId;
import org.poterne.tenant.TenantId;

/**
 * A device has approved, in the transaction under way.
 *
 * @param subject what waited for it, and may go on
 */
public record ApprovalGiven(TenantId tenant, AccountId account, ApprovalAction action, UUID subject) {}
