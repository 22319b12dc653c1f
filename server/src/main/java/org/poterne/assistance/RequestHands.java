package org.poterne.assistance;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import org.poterne.account.AccountId;
import org.poterne.agent.AgentDismissed;
import org.poterne.assistance.AssistanceRequest.Result;
import org.poterne.tenant.TenantId;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** From hand to hand: each move is one statement, so that of two agents who reach at once one has it. */
@Component
public class RequestHands {

    private final JdbcClient jdbc;
    private final Clock clock;

    RequestHands(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return whether the agent has it now, and had not before */
    public boolean take(TenantId tenant, AssistanceRequest request, AccountId agent) {
        return jdbc.sql("""
                        update assistance_request set state = 'taken', agent_id = :agent
                         where tenant_id = :tenant and id = :id and state = 'new'
                        """)
                        .param("agent", agent.value())
                        .param("tenant", tenant.value())
                        .param("id", request.id())
                        .update()
                == 1;
    }

    /** What a dismissed agent had in hand is anybody's again; what waits for a second agent comes back by the change itself. */
    @EventListener
    void on(AgentDismissed event) {
        jdbc.sql("""
                        update assistance_request set state = 'new', agent_id = null
                         where tenant_id = :tenant and agent_id = :agent and state = 'taken'
                        """)
                .param("tenant", event.tenant().value())
                .param("agent", event.account().value())
                .update();
    }

    public boolean giveBack(TenantId tenant, AssistanceRequest request, AccountId agent) {
        return jdbc.sql("""
                        update assistance_request set state = 'new', agent_id = null
                         where tenant_id = :tenant and id = :id and state = 'taken' and agent_id = :agent
                        """)
                        .param("tenant", tenant.value())
                        .param("id", request.id())
                        .param("agent", agent.value())
                        .update()
                == 1;
    }

    /**
     * Chooses the account that a form is about. What was proved by letter was proved for another account: it counts no more.
     */
    public boolean bind(TenantId tenant, AssistanceRequest request, AccountId agent, AccountId account) {
        return jdbc.sql("""
                        update assistance_request
                           set account_id = :account,
                               matched_at = case when code_source = 'letter' then null else matched_at end,
                               code_until = case when code_source = 'letter' then :now else code_until end
                         where tenant_id = :tenant and id = :id and kind = 'form' and state = 'taken'
                           and agent_id = :agent
                        """)
                        .param("account", account.value())
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .param("tenant", tenant.value())
                        .param("id", request.id())
                        .param("agent", agent.value())
                        .update()
                == 1;
    }

    /** What this agent proposes waits for another. */
    public boolean awaitSecond(TenantId tenant, AssistanceRequest request, AccountId agent) {
        return jdbc.sql("""
                        update assistance_request set state = 'second'
                         where tenant_id = :tenant and id = :id and state = 'taken' and agent_id = :agent
                        """)
                        .param("tenant", tenant.value())
                        .param("id", request.id())
                        .param("agent", agent.value())
                        .update()
                == 1;
    }

    /** The second agent refused: the first has it in hand again, or nobody where the first is no agent any more. */
    public void resume(TenantId tenant, UUID request) {
        jdbc.sql("""
                        update assistance_request as request
                           set state = case when agent.account_id is null then 'new' else 'taken' end,
                               agent_id = agent.account_id
                          from (select request.id, agent.account_id
                                  from assistance_request as request
                                  left join desk_agent as agent on agent.tenant_id = request.tenant_id
                                                                and agent.account_id = request.agent_id
                                 where request.tenant_id = :tenant and request.id = :id) as agent
                         where request.tenant_id = :tenant and request.id = agent.id and request.state = 'second'
                        """).param("tenant", tenant.value()).param("id", request).update();
    }

    public boolean close(TenantId tenant, AssistanceRequest request, AccountId agent, Result result) {
        return jdbc.sql("""
                        update assistance_request
                           set state = 'closed', result = :result, closed_at = :now, code_until = :now
                         where tenant_id = :tenant and id = :id and state = 'taken' and agent_id = :agent
                        """)
                        .param("result", result.word())
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .param("tenant", tenant.value())
                        .param("id", request.id())
                        .param("agent", agent.value())
                        .update()
                == 1;
    }

    /** The second agent approved: nothing is left to do for it but to wait. */
    public void closeApproved(TenantId tenant, UUID request, Result result) {
        jdbc.sql("""
                        update assistance_request
                           set state = 'closed', result = :result, closed_at = :now, code_until = :now
                         where tenant_id = :tenant and id = :id and state = 'second'
                        """)
                .param("result", result.word())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("tenant", tenant.value())
                .param("id", request)
                .update();
    }
}
