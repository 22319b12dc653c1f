package org.poterne.readdress;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.poterne.account.AccountId;
import org.poterne.account.EmailAddress;
import org.poterne.agent.TwoAgents;
import org.poterne.key.InstallationKey;
import org.poterne.readdress.Readdress.State;
import org.poterne.tenant.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The changes there are, to be read. */
@Component
public class Readdresses {

    static final String TABLE = "readdress";

    private final JdbcClient jdbc;
    private final TwoAgents two;

    Readdresses(JdbcClient jdbc, InstallationKey key, Clock clock) {
        this.jdbc = jdbc;
        this.two = new TwoAgents(TABLE, jdbc, key, clock);
    }

    public Optional<Readdress> find(TenantId tenant, UUID id) {
        return jdbc.sql("""
                        select id, account_id, request_id, old_email, new_email, state, proposed_by, proposed_at,
                               decided_by, due_at, expires_at, confirmed_at
                          from readdress
                         where tenant_id = :tenant and id = :id
                        """)
                .param("tenant", tenant.value())
                .param("id", id)
                .query(Readdresses::readdress)
                .optional();
    }

    /** Those under way, and those closed of late: what waits for a second agent first, then the newest. */
    public List<Readdress> ofLate(TenantId tenant, int limit) {
        return jdbc.sql("""
                        select id, account_id, request_id, old_email, new_email, state, proposed_by, proposed_at,
                               decided_by, due_at, expires_at, confirmed_at
                          from readdress
                         where tenant_id = :tenant
                         order by (state = 'proposed') desc, (state = 'approved') desc, proposed_at desc
                         limit :limit
                        """)
                .param("tenant", tenant.value())
                .param("limit", limit)
                .query(Readdresses::readdress)
                .list();
    }

    /** One that is not closed, of this account. */
    public Optional<Readdress> underWay(TenantId tenant, AccountId account) {
        return jdbc.sql("""
                        select id, account_id, request_id, old_email, new_email, state, proposed_by, proposed_at,
                               decided_by, due_at, expires_at, confirmed_at
                          from readdress
                         where tenant_id = :tenant and account_id = :account and state in ('proposed', 'approved')
                        """)
                .param("tenant", tenant.value())
                .param("account", account.value())
                .query(Readdresses::readdress)
                .optional();
    }

    /** Why the first agent proposed it, for the second. */
    public String reason(TenantId tenant, UUID id) {
        return two.reason(tenant, id);
    }

    int forgetOld() {
        return two.forgetOld();
    }

    static Readdress readdress(ResultSet row, int number) throws SQLException {
        return new Readdress(
                row.getObject("id", UUID.class),
                new AccountId(row.getObject("account_id", UUID.class)),
                row.getObject("request_id", UUID.class),
                address(row, "old_email"),
                address(row, "new_email"),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                new AccountId(row.getObject("proposed_by", UUID.class)),
                row.getObject("proposed_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("decided_by", UUID.class)).map(AccountId::new),
                moment(row, "due_at"),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                moment(row, "confirmed_at"));
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private static EmailAddress address(ResultSet row, String column) throws SQLException {
        return EmailAddress.parse(row.getString(column))
                .orElseThrow(() -> new IllegalStateException("a change whose address no longer parses"));
    }
}
