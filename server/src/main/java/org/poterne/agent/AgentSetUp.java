package org.poterne.agent;

import org.poterne.invitation.Invitee;
import org.poterne.invitation.SetUpLink;
import org.poterne.invitation.SetUpLinks;
import org.poterne.tenant.TenantId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A new agent, by the operator: a link that is shown once. */
@Component
public class AgentSetUp {

    private final SetUpLinks links;
    private final Agents agents;

    AgentSetUp(SetUpLinks links, Agents agents) {
        this.links = links;
        this.agents = agents;
    }

    @Transactional
    public SetUpLink begin(TenantId tenant, Invitee invitee) {
        var link = links.bare(tenant, invitee);
        agents.expect(tenant, link.invitation());
        return link;
    }
}
