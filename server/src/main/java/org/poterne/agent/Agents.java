package org.poterne.agent;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.poterne.account.AccessReduced;
import org.poterne.account.Account;
import org.poterne.account.AccountId;
import org.poterne.account.Accounts;
import org.poterne.invitation.InvitationAccepted;
import org.poterne.task.Purge;
import org.poterne.tenant.TenantId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who works at a tenant's help desk. Nobody does by default (ASVS 5.0 6.3.2). */
@Component
public class Agents {

    private static final Duration EXPECTED = Duration.ofDays(30);

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Agents(JdbcClient jdbc, Accounts accounts, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.events = events;
        this.clock = clock;
    }

    public boolean isAgent(TenantId tenant, AccountId account) {
        return jdbc.sql("select true from desk_agent where tenant_id = :tenant and account_id = :account")
                .param("tenant", tenant.value())
                .param("account", account.value())
                .query(Boolean.class)
                .optional()
                .isPresent();
    }

    /**
     * Somebody's account, as far as this agent may deal with it: never their own, never another agent's (ASVS 5.0 8.2.1,
     * 8.2.2: whoever may look after others could otherwise look after each other's rights).
     */
    public Optional<Account> within(TenantId tenant, AccountId agent, AccountId sought) {
        return accounts.find(tenant, sought)
                .filter(account -> !account.id().equals(agent))
                .filter(account -> !isAgent(tenant, account.id()));
    }

    /** An agent by name, for the others at the desk. */
    public String name(TenantId tenant, AccountId agent) {
        return accounts.find(tenant, agent).map(Account::fullName).orElse("–");
    }

    /** @return whether they were none before */
    @Transactional
    public boolean appoint(TenantId tenant, AccountId account) {
        var appointed = jdbc.sql("""
                        insert into desk_agent (tenant_id, id, account_id, since)
                        values (:tenant, :id, :account, :now)
                            on conflict (tenant_id, account_id) do nothing
                        """)
                        .param("tenant", tenant.value())
                        .param("id", UUID.randomUUID())
                        .param("account", account.value())
                        .param("now", now())
                        .update()
                == 1;
        if (appointed) {
            events.publishEvent(new AgentAppointed(tenant, account));
        }
        return appointed;
    }

    /** Whoever accepts this invitation is an agent from then on; an operator's link is the only way to the desk. */
    @Transactional(propagation = Propagation.MANDATORY)
    void expect(TenantId tenant, UUID invitation) {
        jdbc.sql("""
                        insert into desk_agent (tenant_id, id, invitation_id, since)
                        values (:tenant, :id, :invitation, :now)
                        """)
                .param("tenant", tenant.value())
                .param("id", UUID.randomUUID())
                .param("invitation", invitation)
                .param("now", now())
                .update();
    }

    @EventListener
    void on(InvitationAccepted event) {
        var expected = jdbc.sql("""
                        delete from desk_agent where tenant_id = :tenant and invitation_id = :invitation
                        """)
                .param("tenant", event.tenant().value())
                .param("invitation", event.invitation())
                .update();
        if (expected == 1) {
            appoint(event.tenant(), event.account());
        }
    }

    /** Their sessions end with it: what they had open opens nothing any more. */
    @Transactional
    public boolean dismiss(TenantId tenant, AccountId account) {
        var dismissed = jdbc.sql("delete from desk_agent where tenant_id = :tenant and account_id = :account")
                        .param("tenant", tenant.value())
                        .param("account", account.value())
                        .update()
                == 1;
        if (dismissed) {
            events.publishEvent(new AgentDismissed(tenant, account));
            events.publishEvent(new AccessReduced(tenant, account));
        }
        return dismissed;
    }

    /** Invitations that nobody accepted are dead by then. */
    int forgetExpected() {
        return jdbc.sql(Purge.batch("delete from desk_agent where invitation_id is not null and since < :then"))
                .param("then", clock.instant().minus(EXPECTED).atOffset(ZoneOffset.UTC))
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
