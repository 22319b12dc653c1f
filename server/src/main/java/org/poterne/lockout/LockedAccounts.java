package org.poterne.lockout;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.poterne.account.AccountId;
import org.poterne.tenant.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which accounts are locked just now: for whoever looks after them, and never for a visitor. */
@Component
public final class LockedAccounts {

    private final JdbcClient jdbc;
    private final Clock clock;

    LockedAccounts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public Set<AccountId> among(TenantId tenant, Collection<AccountId> accounts) {
        return Set.copyOf(jdbc.sql("""
                        select distinct account_id from lockout
                         where tenant_id = :tenant and account_id = any(:accounts) and locked_until > :now
                        """)
                .param("tenant", tenant.value())
                .param("accounts", accounts.stream().map(AccountId::value).toArray(UUID[]::new))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, _) -> new AccountId(row.getObject("account_id", UUID.class)))
                .list());
    }
}
