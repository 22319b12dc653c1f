package org.poterne.readdress;

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
import org.poterne.readdress.Readdress.State;
import org.poterne.tenant.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Each step of a change is one statement that names the state it leaves: of any number of hands, one takes it. */
@Component
class Steps {

    /** From approval to the change (requirements HD-3). */
    static final Duration DELAY = Duration.ofHours(24);

    /** From approval, or from a proposal that nobody looks at, to the end of it. */
    static final Duration LIFE = TwoAgents.LIFE;

    private final JdbcClient jdbc;
    private final TwoAgents two;
    private final Clock clock;

    Steps(JdbcClient jdbc, InstallationKey key, Clock clock) {
        this.jdbc = jdbc;
        this.two = new TwoAgents(Readdresses.TABLE, jdbc, key, clock);
        this.clock = clock;
    }

    /** @return nothing when another change of the account is under way */
    Optional<UUID> propose(TenantId tenant, Proposal proposal) {
        var id = UUID.randomUUID();
        var now = clock.instant();
        return jdbc.sql("""
                        insert into readdress
                               (tenant_id, id, account_id, request_id, old_email, new_email, reason, state,
                                proposed_by, proposed_at, expires_at)
                        select tenant_id, :id, id, :request, email, :to, :reason, 'proposed', :agent, :now, :expires
                          from account
                         where tenant_id = :tenant and id = :account
                            on conflict do nothing
                        returning id
                        """)
                .param("id", id)
                .param("request", proposal.request())
                .param("to", proposal.to().given())
                .param("reason", two.seal(id, proposal.reason()))
                .param("agent", proposal.agent().value())
                .param("now", utc(now))
                .param("expires", utc(now.plus(LIFE)))
                .param("tenant", tenant.value())
                .param("account", proposal.account().value())
                .query(UUID.class)
                .optional();
    }

    /** Never by whoever proposed it. */
    boolean approve(TenantId tenant, UUID id, AccountId agent) {
        var now = clock.instant();
        return two.approve(tenant, id, agent, now.plus(DELAY), now.plus(LIFE));
    }

    boolean refuse(TenantId tenant, UUID id, AccountId agent) {
        return two.refuse(tenant, id, agent);
    }

    /** Somebody reads the new address. */
    boolean confirm(TenantId tenant, UUID id) {
        return jdbc.sql("""
                        update readdress set confirmed_at = :now
                         where tenant_id = :tenant and id = :id and state = 'approved' and confirmed_at is null
                        """)
                        .param("now", utc(clock.instant()))
                        .param("tenant", tenant.value())
                        .param("id", id)
                        .update()
                == 1;
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

    /** Those whose day has come, and those whose time is over. */
    List<Due> due() {
        return jdbc.sql("""
                        select tenant_id, id from readdress
                         where state in ('proposed', 'approved')
                           and (expires_at <= :now or (due_at <= :now and confirmed_at is not null))
                         order by proposed_at
                         limit 1000
                        """)
                .param("now", utc(clock.instant()))
                .query((row, _) -> new Due(new TenantId(row.getString("tenant_id")), row.getObject("id", UUID.class)))
                .list();
    }

    /** This one, if its day has come and nobody has ended it, held until the transaction ends. */
    Optional<Readdress> holdDue(TenantId tenant, UUID id) {
        return jdbc.sql("""
                        select id, account_id, request_id, old_email, new_email, state, proposed_by, proposed_at,
                               decided_by, due_at, expires_at, confirmed_at
                          from readdress
                         where tenant_id = :tenant and id = :id and state = 'approved'
                           and due_at <= :now and expires_at > :now and confirmed_at is not null
                           for update
                        """)
                .param("tenant", tenant.value())
                .param("id", id)
                .param("now", utc(clock.instant()))
                .query(Readdresses::readdress)
                .optional();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
