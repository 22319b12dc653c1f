package org.poterne.agent;

import org.poterne.tenant.TenantId;

/** An agent looked at something or did something, in the transaction under way. */
public record AgentActed(TenantId tenant, Deed deed) {}
