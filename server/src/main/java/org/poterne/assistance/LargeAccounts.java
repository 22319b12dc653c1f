package org.poterne.assistance;

import org.poterne.account.AccountId;
import org.poterne.agent.Agents;
import org.poterne.agent.DeskPolicy;
import org.poterne.membership.Memberships;
import org.poterne.tenant.TenantId;
import org.poterne.tenant.Tenants;
import org.springframework.stereotype.Component;

/**
 * Accounts of so many establishments that another sign-in address goes through the help desk: for them, and for nobody else
 * (ASVS 5.0 2.1.3, 2.3.2).
 */
@Component
public class LargeAccounts {

    private final Memberships memberships;
    private final Agents agents;
    private final Tenants tenants;

    LargeAccounts(Memberships memberships, Agents agents, Tenants tenants) {
        this.memberships = memberships;
        this.agents = agents;
        this.tenants = tenants;
    }

    /** An agent's own is none: no other agent could act on it. */
    public boolean isLarge(TenantId tenant, AccountId account) {
        return tenants.policy(tenant, DeskPolicy.class).isOpen()
                && memberships.of(tenant, account).size()
                        >= tenants.policy(tenant, AssistancePolicy.class).addressChangeFrom()
                && !agents.isAgent(tenant, account);
    }
}
