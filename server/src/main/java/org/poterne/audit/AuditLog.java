package org.poterne.audit;

import java.time.OffsetDateTime;
import java.util.List;
import org.poterne.account.AccountId;
import org.poterne.tenant.TenantId;
import org.poterne.throttle.ClientAddress;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The trail of one account, for its holder to read (GDPR art. 15). Nothing can be written here. */
@Component
public final class AuditLog {

    private final JdbcClient jdbc;

    AuditLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The last {@code limit} events of the account, the newest first. */
    public List<AuditEntry> of(TenantId tenant, AccountId account, int limit) {
        return jdbc.sql("""
                        select happened_at, what, from_address
                          from audit_event
                         where tenant_id = :tenant and account_id = :account
                         order by happened_at desc, id desc
                         limit :limit
                        """)
                .param("tenant", tenant.value())
                .param("account", account.value())
                .param("limit", limit)
                .query((row, _) -> new AuditEntry(
                        row.getObject("happened_at", OffsetDateTime.class).toInstant(),
                        row.getString("what"),
                        new ClientAddress(row.getString("from_address"))))
                .list();
    }
}
