package org.poterne.demo;

import org.poterne.account.Accounts;
import org.poterne.account.Username;
import org.poterne.agent.Agents;
import org.poterne.tenant.Tenant;
import org.poterne.tenant.Tenants;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;

/** The sample people who are agents of the help desk. Nobody is one by default outside the demo. */
@Order // after the people
final class SampleAgents implements ApplicationRunner {

    private final Agents agents;
    private final Accounts accounts;
    private final Tenants tenants;

    SampleAgents(Agents agents, Accounts accounts, Tenants tenants) {
        this.agents = agents;
        this.accounts = accounts;
        this.tenants = tenants;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        for (var tenant : tenants.all()) {
            SampleLines.of(tenant, "sample-agents.txt").forEach(username -> appoint(tenant, username));
        }
    }

    private void appoint(Tenant tenant, String username) {
        Username.parse(username)
                .flatMap(parsed -> accounts.findByUsername(tenant.id(), parsed))
                .ifPresent(account -> agents.appoint(tenant.id(), account.id()));
    }
}
