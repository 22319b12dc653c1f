package org.poterne.desk;

import java.util.Optional;
import org.poterne.account.AccountId;
import org.poterne.account.DeletionObstacle;
import org.poterne.agent.Agents;
import org.poterne.tenant.TenantId;
import org.springframework.stereotype.Component;

/** What an agent has in hand, or has proposed, is not left in nobody's: the operator closes the desk to them first. */
@Component
class AgentsStay implements DeletionObstacle {

    private final Agents agents;

    AgentsStay(Agents agents) {
        this.agents = agents;
    }

    @Override
    public Optional<String> sentence(TenantId tenant, AccountId account) {
        return agents.isAgent(tenant, account) ? Optional.of("desk.agent-stays") : Optional.empty();
    }
}
