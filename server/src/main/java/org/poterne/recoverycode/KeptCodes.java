package org.poterne.recoverycode;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.poterne.account.AccountId;
import org.poterne.tenant.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The codes of every account, hashed. */
@Component
class KeptCodes {

    private final JdbcClient jdbc;
    private final Clock clock;

    KeptCodes(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return how many there were */
    int dropAll(TenantId tenant, AccountId account) {
        return jdbc.sql("delete from recovery_code where tenant_id = :tenant and account_id = :account")
                .param("tenant", tenant.value())
                .param("account", account.value())
                .update();
    }

    void add(TenantId tenant, AccountId account, List<HashedCode> codes) {
        codes.forEach(code -> jdbc.sql("""
                        insert into recovery_code (tenant_id, account_id, selector, hash, made_at)
                        values (:tenant, :account, :selector, :hash, :now)
                        """)
                .param("tenant", tenant.value())
                .param("account", account.value())
                .param("selector", code.selector())
                .param("hash", code.hash())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update());
    }

    Optional<String> hash(TenantId tenant, AccountId account, String selector) {
        return jdbc.sql("""
                        select hash from recovery_code
                         where tenant_id = :tenant and account_id = :account and selector = :selector
                        """)
                .param("tenant", tenant.value())
                .param("account", account.value())
                .param("selector", selector)
                .query(String.class)
                .optional();
    }

    /** Of many hands with one code, one: the hash is part of the statement, since a fresh set may have come meanwhile. */
    boolean spend(TenantId tenant, AccountId account, HashedCode code) {
        return jdbc.sql("""
                        delete from recovery_code
                         where tenant_id = :tenant and account_id = :account and selector = :selector and hash = :hash
                        returning true
                        """)
                .param("tenant", tenant.value())
                .param("account", account.value())
                .param("selector", code.selector())
                .param("hash", code.hash())
                .query(Boolean.class)
                .optional()
                .isPresent();
    }

    int left(TenantId tenant, AccountId account) {
        return jdbc.sql("select count(*) from recovery_code where tenant_id = :tenant and account_id = :account")
                .param("tenant", tenant.value())
                .param("account", account.value())
                .query(Integer.class)
                .single();
    }

    Optional<Instant> madeAt(TenantId tenant, AccountId account) {
        return jdbc.sql("""
                        select made_at from recovery_code
                         where tenant_id = :tenant and account_id = :account
                         order by made_at limit 1
                        """)
                .param("tenant", tenant.value())
                .param("account", account.value())
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }
}
