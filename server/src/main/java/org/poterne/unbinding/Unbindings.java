package org.poterne.unbinding;

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
import org.poterne.tenant.TenantId;
import org.poterne.unbinding.Unbinding.State;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The unbindings there are, to be read. */
@Component
public class Unbindings {

    static final String TABLE = "unbinding";

    private final JdbcClient jdbc;
    private final TwoAgents two;

    Unbindings(JdbcClient jdbc, InstallationKey key, Clock clock) {
        this.jdbc = jdbc;
        this.two = new TwoAgents(TABLE, jdbc, key, clock);
    }

    public Optional<Unbinding> find(TenantId tenant, UUID id) {
        return jdbc.sql("select * from unbinding where tenant_id = :tenant and id = :id")
                .param("tenant", tenant.value())
                .param("id", id)
                .query(Unbindings::unbinding)
                .optional();
    }

    /** Those under way, and those closed of late: what waits for a second agent first, then the newest. */
    public List<Unbinding> ofLate(TenantId tenant, int limit) {
        return jdbc.sql("""
                        select * from unbinding
                         where tenant_id = :tenant
                         order by (state = 'proposed') desc, (state = 'approved') desc, proposed_at desc
                         limit :limit
                        """)
                .param("tenant", tenant.value())
                .param("limit", limit)
                .query(Unbindings::unbinding)
                .list();
    }

    /** One that is not closed, of this account. */
    public Optional<Unbinding> underWay(TenantId tenant, AccountId account) {
        return jdbc.sql("""
                        select * from unbinding
                         where tenant_id = :tenant and account_id = :account and state in ('proposed', 'approved')
                        """)
                .param("tenant", tenant.value())
                .param("account", account.value())
                .query(Unbindings::unbinding)
                .optional();
    }

    /** Why the first agent proposed it, for the second. */
    public String reason(TenantId tenant, UUID id) {
        return two.reason(tenant, id);
    }

    int forgetOld() {
        return two.forgetOld();
    }

    static Unbinding unbinding(ResultSet row, int number) throws SQLException {
        return new Unbinding(
                row.getObject("id", UUID.class),
                new AccountId(row.getObject("account_id", UUID.class)),
                row.getObject("request_id", UUID.class),
                EmailAddress.parse(row.getString("email"))
                        .orElseThrow(() -> new IllegalStateException("an unbinding whose address no longer parses")),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                new AccountId(row.getObject("proposed_by", UUID.class)),
                moment(row, "proposed_at").orElseThrow(),
                Optional.ofNullable(row.getObject("decided_by", UUID.class)).map(AccountId::new),
                moment(row, "due_at"),
                moment(row, "expires_at").orElseThrow());
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
