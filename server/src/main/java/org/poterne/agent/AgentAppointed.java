package org.poterne.agent;

import org.poterne.account.AccountId;
import org.poterne.tenant.TenantId;

/** An account is an agent's from now on, in the transaction under way. */
public record AgentAppointed(TenantId tenant, AccountId account) {}
