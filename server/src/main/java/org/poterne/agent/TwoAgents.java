package org.poterne.agent;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.poterne.account.AccountId;
import org.poterne.key.InstallationKey;
import org.poterne.task.Purge;
import org.poterne.tenant.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What two agents decide, over a table of the module whose matter it is. Each move is one statement that names the state it leaves: of
 * any number of hands, one takes it; and whoever proposed it, or whom it is for, is none of them (ASVS 5.0 2.3.5).
 *
 * <p>The table has {@code tenant_id, id, account_id, request_id, reason, state, proposed_by, proposed_at, decided_by, due_at, expires_at,
 * closed_at}; it is open while {@code proposed} or {@code approved}.
 */
public final class TwoAgents {

    /** Of a proposal that nobody looks at; its module says how long an approval lasts. */
    public static final Duration LIFE = Duration.ofDays(7);

    private static final Duration KEPT = Duration.ofDays(90); // after it was closed

    private final String table;
    private final JdbcClient jdbc;
    private final InstallationKey key;
    private final Clock clock;

    /** @param table a word of the module's own source, never anything typed */
    public TwoAgents(String table, JdbcClient jdbc, InstallationKey key, Clock clock) {
        this.table = table;
        this.jdbc = jdbc;
        this.key = key;
        this.clock = clock;
    }

    /** Typed text: kept sealed. */
    public byte[] seal(UUID id, String reason) {
        return key.seal(table + " reason", id.toString(), reason);
    }

    /** Why the first agent proposed it, for the second. */
    public String reason(TenantId tenant, UUID id) {
        return jdbc.sql("select reason from %s where tenant_id = :tenant and id = :id".formatted(table))
                .param("tenant", tenant.value())
                .param("id", id)
                .query(byte[].class)
                .optional()
                .flatMap(box -> key.open(table + " reason", id.toString(), box))
                .orElse("");
    }

    /**
     * @param due not before
     * @param expires not after
     */
    public boolean approve(TenantId tenant, UUID id, AccountId agent, Instant due, Instant expires) {
        return jdbc.sql("""
                        update %s
                           set state = 'approved', decided_by = :agent, due_at = :due, expires_at = :expires
                         where tenant_id = :tenant and id = :id and state = 'proposed' and expires_at > :now
                           and proposed_by <> :agent and account_id <> :agent
                        """.formatted(table))
                        .param("agent", agent.value())
                        .param("due", utc(due))
                        .param("expires", utc(expires))
                        .param("now", utc(clock.instant()))
                        .param("tenant", tenant.value())
                        .param("id", id)
                        .update()
                == 1;
    }

    public boolean refuse(TenantId tenant, UUID id, AccountId agent) {
        return jdbc.sql("""
                        update %s set state = 'refused', decided_by = :agent, closed_at = :now
                         where tenant_id = :tenant and id = :id and state = 'proposed'
                           and proposed_by <> :agent and account_id <> :agent
                        """.formatted(table))
                        .param("agent", agent.value())
                        .param("now", utc(clock.instant()))
                        .param("tenant", tenant.value())
                        .param("id", id)
                        .update()
                == 1;
    }

    /** @param end a state that is for good, by nobody at the desk */
    public boolean end(TenantId tenant, UUID id, String end) {
        return jdbc.sql("""
                        update %s set state = :end, closed_at = :now
                         where tenant_id = :tenant and id = :id and state in ('proposed', 'approved')
                        """.formatted(table))
                        .param("end", end)
                        .param("now", utc(clock.instant()))
                        .param("tenant", tenant.value())
                        .param("id", id)
                        .update()
                == 1;
    }

    /** What this agent proposed or approved, and nobody has ended. */
    public List<UUID> of(TenantId tenant, AccountId agent) {
        return jdbc.sql("""
                        select id from %s
                         where tenant_id = :tenant and state in ('proposed', 'approved')
                           and (proposed_by = :agent or decided_by = :agent)
                        """.formatted(table))
                .param("tenant", tenant.value())
                .param("agent", agent.value())
                .query((row, _) -> row.getObject("id", UUID.class))
                .list();
    }

    /** Why an agent's answer was not taken. */
    public Decision refusal(TenantId tenant, UUID id, AccountId agent) {
        var isTheirs = jdbc.sql("""
                        select true from %s
                         where tenant_id = :tenant and id = :id and state = 'proposed'
                           and (proposed_by = :agent or account_id = :agent)
                        """.formatted(table))
                .param("agent", agent.value())
                .param("tenant", tenant.value())
                .param("id", id)
                .query(Boolean.class)
                .optional()
                .isPresent();
        return isTheirs ? new Decision.NotYours() : new Decision.Over();
    }

    public int forgetOld() {
        return jdbc.sql(Purge.batch("delete from %s where closed_at < :then".formatted(table)))
                .param("then", utc(clock.instant().minus(KEPT)))
                .update();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
