package org.poterne.unbinding;

import org.poterne.account.AccountId;
import org.poterne.agent.Agents;
import org.poterne.membership.Memberships;
import org.poterne.tenant.TenantId;
import org.springframework.stereotype.Component;

/** Whoever looks after others: the desk does not look after them (requirements HD-4). */
@Component
class Staff {

    private final Agents agents;
    private final Memberships memberships;

    Staff(Agents agents, Memberships memberships) {
        this.agents = agents;
        this.memberships = memberships;
    }

    boolean isAgent(TenantId tenant, AccountId account) {
        return agents.isAgent(tenant, account);
    }

    /** An establishment, whichever. */
    boolean administers(TenantId tenant, AccountId account) {
        return !memberships.administered(tenant, account).isEmpty();
    }
}
