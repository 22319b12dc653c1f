package org.poterne.agent;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.poterne.account.AccountId;
import org.poterne.key.InstallationKey;
import org.poterne.task.Purge;
import org.poterne.tenant.TenantId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What agents looked at and did, with their reasons: what could not be written down was not shown and did not happen. Reasons
 * are typed text, and so sealed here and absent from the audit (ASVS 5.0 14.2.6, 16.2.5).
 */
@Component
public class Journal {

    private static final String SEAL = "agent reason";
    private static final Period KEPT = Period.ofDays(365); // as long as the audit

    private final JdbcClient jdbc;
    private final InstallationKey key;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Journal(JdbcClient jdbc, InstallationKey key, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.key = key;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    public void enter(TenantId tenant, Deed deed) {
        write(tenant, deed, null);
    }

    @Transactional
    public void enter(TenantId tenant, Deed deed, String reason) {
        write(tenant, deed, key.seal(SEAL, context(tenant, deed.agent()), reason));
    }

    private void write(TenantId tenant, Deed deed, byte @Nullable [] reason) {
        jdbc.sql("""
                        insert into agent_deed (tenant_id, happened_at, agent_id, act, account_id, request_id, reason)
                        values (:tenant, :now, :agent, :act, :account::uuid, :request::uuid, :reason::bytea)
                        """)
                .param("tenant", tenant.value())
                .param("now", utc(clock.instant()))
                .param("agent", deed.agent().value())
                .param("act", deed.act().word())
                .param("account", deed.account().map(AccountId::toString).orElse(null))
                .param("request", deed.request().map(UUID::toString).orElse(null))
                .param("reason", reason)
                .update();
        events.publishEvent(new AgentActed(tenant, deed));
    }

    /** What was done for a request, the first first. */
    public List<JournalEntry> of(TenantId tenant, UUID request) {
        return jdbc.sql("""
                        select happened_at, agent_id, act, reason from agent_deed
                         where tenant_id = :tenant and request_id = :request
                         order by id
                        """)
                .param("tenant", tenant.value())
                .param("request", request)
                .query((row, _) -> entry(tenant, row))
                .list();
    }

    /** What this agent has done for this request since then: what was revealed stays revealed for a while. */
    public Set<Act> since(TenantId tenant, AccountId agent, UUID request, Instant then) {
        return Set.copyOf(jdbc.sql("""
                        select distinct act from agent_deed
                         where tenant_id = :tenant and request_id = :request and agent_id = :agent
                           and happened_at >= :then
                        """)
                .param("tenant", tenant.value())
                .param("request", request)
                .param("agent", agent.value())
                .param("then", utc(then))
                .query((row, _) -> Act.of(row.getString("act")))
                .list());
    }

    int forgetOld() {
        return jdbc.sql(Purge.batch("delete from agent_deed where happened_at < :then"))
                .param("then", clock.instant().atOffset(ZoneOffset.UTC).minus(KEPT))
                .update();
    }

    private JournalEntry entry(TenantId tenant, ResultSet row) throws SQLException {
        var agent = new AccountId(row.getObject("agent_id", UUID.class));
        return new JournalEntry(
                row.getObject("happened_at", OffsetDateTime.class).toInstant(),
                agent,
                Act.of(row.getString("act")),
                Optional.ofNullable(row.getBytes("reason"))
                        .flatMap(box -> key.open(SEAL, context(tenant, agent), box))
                        .orElse(""));
    }

    private static String context(TenantId tenant, AccountId agent) {
        return tenant + " " + agent;
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
