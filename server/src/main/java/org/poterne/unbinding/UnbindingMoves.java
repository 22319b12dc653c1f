package org.poterne.unbinding;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.poterne.account.AccountId;
import org.poterne.agent.Decision;
import org.poterne.agent.TwoAgents;
import org.poterne.key.InstallationKey;
import org.poterne.tenant.TenantId;
import org.poterne.tenant.Tenants;
import org.poterne.unbinding.Unbinding.State;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Each move of an unbinding is one statement that names the state it leaves: of any number of hands, one takes it. */
@Component
class UnbindingMoves {

    /** Of a proposal that nobody looks at; and of an approved one, behind its day. */
    static final Duration LIFE = TwoAgents.LIFE;

    private final JdbcClient jdbc;
    private final TwoAgents two;
    private final Tenants tenants;
    private final Clock clock;

    UnbindingMoves(JdbcClient jdbc, InstallationKey key, Tenants tenants, Clock clock) {
        this.jdbc = jdbc;
        this.two = new TwoAgents(Unbindings.TABLE, jdbc, key, clock);
        this.tenants = tenants;
        this.clock = clock;
    }

    /** @return whether it is there now: one an account is under way at a time */
    boolean propose(TenantId tenant, LossReport report) {
        var id = UUID.randomUUID();
        var now = clock.instant();
        return jdbc.sql("""
                        insert into unbinding
                               (tenant_id, id, account_id, request_id, email, reason, state,
                                proposed_by, proposed_at, expires_at)
                        select tenant_id, :id, id, :request, email, :reason, 'proposed', :agent, :now, :expires
                          from account
                         where tenant_id = :tenant and id = :account and id <> :agent
                            on conflict do nothing
                        """)
                        .param("id", id)
                        .param("request", report.request())
                        .param("reason", two.seal(id, report.reason()))
                        .param("agent", report.agent().value())
                        .param("now", utc(now))
                        .param("expires", utc(now.plus(LIFE)))
                        .param("tenant", tenant.value())
                        .param("account", report.account().value())
                        .update()
                == 1;
    }

    /** Never by whoever proposed it, nor by whom it is for. */
    boolean approve(TenantId tenant, UUID id, AccountId agent) {
        var due = due(tenant);
        return two.approve(tenant, id, agent, due, due.plus(LIFE));
    }

    /** Another day from now on, for whoever reads the letter that is being written; what is over already stays as it is. */
    Unbinding postpone(TenantId tenant, UUID id) {
        var due = due(tenant);
        return jdbc.sql("""
                        update unbinding
                           set due_at = greatest(due_at, :due), expires_at = greatest(expires_at, :expires)
                         where tenant_id = :tenant and id = :id
                        returning *
                        """)
                .param("due", utc(due))
                .param("expires", utc(due.plus(LIFE)))
                .param("tenant", tenant.value())
                .param("id", id)
                .query(Unbindings::unbinding)
                .single();
    }

    private Instant due(TenantId tenant) {
        return clock.instant()
                .plus(tenants.policy(tenant, UnbindingPolicy.class).delay());
    }

    boolean refuse(TenantId tenant, UUID id, AccountId agent) {
        return two.refuse(tenant, id, agent);
    }

    /** @param end one of those that are for good, by nobody at the desk */
    boolean end(TenantId tenant, UUID id, State end) {
        return two.end(tenant, id, end.word());
    }

    List<UUID> of(TenantId tenant, AccountId agent) {
        return two.of(tenant, agent);
    }

    Decision refusal(TenantId tenant, UUID id, AccountId agent) {
        return two.refusal(tenant, id, agent);
    }

    record Due(TenantId tenant, UUID id) {}

    /** Those whose day has come, everybody told, and those whose time is over. */
    List<Due> due() {
        return jdbc.sql("""
                        select tenant_id, id from unbinding
                         where state in ('proposed', 'approved')
                           and (expires_at <= :now or (due_at <= :now and not exists (
                                    select from unbinding_notice as notice
                                     where notice.tenant_id = unbinding.tenant_id and notice.unbinding_id = unbinding.id
                                       and not told)))
                         order by proposed_at
                         limit 1000
                        """)
                .param("now", utc(clock.instant()))
                .query((row, _) -> new Due(new TenantId(row.getString("tenant_id")), row.getObject("id", UUID.class)))
                .list();
    }

    /** This one, if its day has come and nobody has ended it, held until the transaction ends. */
    Optional<Unbinding> holdDue(TenantId tenant, UUID id) {
        return jdbc.sql("""
                        select * from unbinding
                         where tenant_id = :tenant and id = :id and state = 'approved'
                           and due_at <= :now and expires_at > :now
                           and not exists (select from unbinding_notice as notice
                                            where notice.tenant_id = :tenant and notice.unbinding_id = :id and not told)
                           for update
                        """)
                .param("tenant", tenant.value())
                .param("id", id)
                .param("now", utc(clock.instant()))
                .query(Unbindings::unbinding)
                .optional();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
