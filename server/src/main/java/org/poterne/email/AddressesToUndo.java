package org.poterne.email;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.poterne.account.AccountId;
import org.poterne.account.EarlierAddresses;
import org.poterne.account.EmailAddress;
import org.poterne.tenant.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Those that can still take their account back. */
@Component
class AddressesToUndo implements EarlierAddresses {

    private final JdbcClient jdbc;
    private final Clock clock;

    AddressesToUndo(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public List<EmailAddress> of(TenantId tenant, AccountId account) {
        return jdbc.sql("""
                        select old_email from email_change
                         where tenant_id = :tenant and account_id = :account and state = 'made' and expires_at > :now
                        """)
                .param("tenant", tenant.value())
                .param("account", account.value())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, _) -> EmailAddress.parse(row.getString("old_email"))
                        .orElseThrow(() -> new IllegalStateException("an earlier address that no longer parses")))
                .list();
    }
}
