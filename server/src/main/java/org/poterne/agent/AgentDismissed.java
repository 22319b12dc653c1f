package org.poterne.agent;

import org.poterne.account.AccountId;
import org.poterne.tenant.TenantId;

/** An account is an agent's no longer, in the transaction under way. */
public record AgentDismissed(TenantId tenant, AccountId account) {}
