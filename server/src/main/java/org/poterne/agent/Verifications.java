package org.poterne.agent;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.poterne.account.AccountId;
import org.poterne.task.Purge;
import org.poterne.tenant.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The verifications that stand: each opens one account to one agent for one request, for half an hour (NIST SP 800-63B-4
 * §4.2.1; ASVS 5.0 6.4.4).
 */
@Component
public class Verifications {

    static final Duration LIFE = Duration.ofMinutes(30);

    private static final Duration KEPT = Duration.ofDays(365); // as long as the audit

    private final JdbcClient jdbc;
    private final Journal journal;
    private final Clock clock;

    Verifications(JdbcClient jdbc, Journal journal, Clock clock) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.clock = clock;
    }

    /** An agent saw enough proofs. */
    @Transactional
    public void stand(TenantId tenant, Deed who, Collection<String> proofs) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        jdbc.sql("""
                        insert into verification
                               (tenant_id, id, agent_id, account_id, request_id, proofs, stood_at, ends_at)
                        values (:tenant, :id, :agent, :account, :request, :proofs, :now, :ends)
                        """)
                .param("tenant", tenant.value())
                .param("id", UUID.randomUUID())
                .param("agent", who.agent().value())
                .param("account", who.account().orElseThrow().value())
                .param("request", who.request().orElseThrow())
                .param("proofs", proofs.stream().sorted().toArray(String[]::new))
                .param("now", now)
                .param("ends", now.plus(LIFE))
                .update();
        journal.enter(tenant, who);
    }

    /** Nothing for another agent, another account, another request, or later. */
    public Optional<Verification> find(TenantId tenant, AccountId agent, AccountId account, UUID request) {
        return jdbc.sql("""
                        select proofs, stood_at, ends_at from verification
                         where tenant_id = :tenant and agent_id = :agent and account_id = :account
                           and request_id = :request and ends_at > :now
                         order by ends_at desc
                         limit 1
                        """)
                .param("tenant", tenant.value())
                .param("agent", agent.value())
                .param("account", account.value())
                .param("request", request)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(Verifications::verification)
                .optional();
    }

    /** Whoever gives a request back, or closes it, sees no more of it. */
    @Transactional
    public void end(TenantId tenant, AccountId agent, UUID request) {
        jdbc.sql("""
                        update verification set ends_at = :now
                         where tenant_id = :tenant and agent_id = :agent and request_id = :request and ends_at > :now
                        """)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("tenant", tenant.value())
                .param("agent", agent.value())
                .param("request", request)
                .update();
    }

    int forgetOld() {
        return jdbc.sql(Purge.batch("delete from verification where ends_at < :then"))
                .param("then", clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Verification verification(ResultSet row, int number) throws SQLException {
        Array proofs = row.getArray("proofs");
        return new Verification(
                List.of((String[]) proofs.getArray()),
                row.getObject("stood_at", OffsetDateTime.class).toInstant(),
                row.getObject("ends_at", OffsetDateTime.class).toInstant());
    }
}
