package org.poterne.password;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.poterne.account.AccountId;
import org.poterne.tenant.TenantId;
import org.poterne.tenant.Tenants;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Where hashes are kept: the one in use, and as many earlier ones as the tenant's rules look back to, no more. */
@Component
class KeptPasswords {

    private final JdbcClient jdbc;
    private final Tenants tenants;

    KeptPasswords(JdbcClient jdbc, Tenants tenants) {
        this.jdbc = jdbc;
        this.tenants = tenants;
    }

    /** @param since when it became the account's password */
    record Kept(PasswordHash hash, Instant since) {}

    Optional<Kept> find(TenantId tenant, AccountId account) {
        return jdbc.sql("select phc, replaced_at from password where tenant_id = :tenant and account_id = :account")
                .param("tenant", tenant.value())
                .param("account", account.value())
                .query((row, _) -> new Kept(
                        hash(row),
                        row.getObject("replaced_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    Optional<Instant> expiry(TenantId tenant, AccountId account) {
        return find(tenant, account)
                .flatMap(kept -> tenants.policy(tenant, PasswordPolicy.class).expiry(kept.since()));
    }

    /** The last ones, the one in use among them. */
    List<PasswordHash> last(TenantId tenant, AccountId account, int passwords) {
        return jdbc.sql("""
                        select phc from password
                         where tenant_id = :tenant and account_id = :account
                         union all
                        (select phc from password_history
                          where tenant_id = :tenant and account_id = :account
                          order by number desc
                          limit :earlier)
                        """)
                .param("tenant", tenant.value())
                .param("account", account.value())
                .param("earlier", passwords - 1)
                .query((row, _) -> hash(row))
                .list();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void replace(TenantId tenant, AccountId account, PasswordHash hash, Instant now) {
        remember(tenant, account);
        jdbc.sql("""
                        insert into password (tenant_id, account_id, phc, replaced_at)
                        values (:tenant, :account, :phc, :now)
                            on conflict (tenant_id, account_id) do update
                           set phc = excluded.phc, replaced_at = excluded.replaced_at
                        """)
                .param("tenant", tenant.value())
                .param("account", account.value())
                .param("phc", hash.phc())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The row is locked as it is read: of two replacements at once, the second remembers the first. */
    private void remember(TenantId tenant, AccountId account) {
        var remembered = tenants.policy(tenant, PasswordPolicy.class).remembered();
        if (remembered > 0) {
            jdbc.sql("""
                            insert into password_history (tenant_id, account_id, phc)
                            select tenant_id, account_id, phc from password
                             where tenant_id = :tenant and account_id = :account
                               for update
                            """)
                    .param("tenant", tenant.value())
                    .param("account", account.value())
                    .update();
        }
        forgetBeyond(tenant, account, remembered);
    }

    /** A tenant that gave the rule up keeps nothing of it: hashes that serve no rule only serve a thief. */
    private void forgetBeyond(TenantId tenant, AccountId account, int remembered) {
        jdbc.sql("""
                        delete from password_history
                         where tenant_id = :tenant and account_id = :account
                           and number not in (
                               select number from password_history
                                where tenant_id = :tenant and account_id = :account
                                order by number desc
                                limit :remembered)
                        """)
                .param("tenant", tenant.value())
                .param("account", account.value())
                .param("remembered", remembered)
                .update();
    }

    /** It is remembered with the earlier ones: what somebody else may know must not come back. */
    @Transactional(propagation = Propagation.MANDATORY)
    void withdraw(TenantId tenant, AccountId account) {
        remember(tenant, account);
        jdbc.sql("delete from password where tenant_id = :tenant and account_id = :account")
                .param("tenant", tenant.value())
                .param("account", account.value())
                .update();
    }

    /** A password replaced meanwhile stands. */
    void renew(TenantId tenant, AccountId account, PasswordHash dated, PasswordHash fresh) {
        jdbc.sql("""
                        update password set phc = :fresh
                         where tenant_id = :tenant and account_id = :account and phc = :dated
                        """)
                .param("tenant", tenant.value())
                .param("account", account.value())
                .param("fresh", fresh.phc())
                .param("dated", dated.phc())
                .update();
    }

    boolean isStillThatOf(TenantId tenant, AccountId account, Instant since) {
        return jdbc.sql("""
                        select true from password
                         where tenant_id = :tenant and account_id = :account and replaced_at = :since
                           for share
                        """)
                .param("tenant", tenant.value())
                .param("account", account.value())
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .optional()
                .isPresent();
    }

    boolean claim(TenantId tenant, AccountId account, Instant since) {
        return jdbc.sql("""
                        select true from password
                         where tenant_id = :tenant and account_id = :account and replaced_at = :since
                           for update
                        """)
                .param("tenant", tenant.value())
                .param("account", account.value())
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .optional()
                .isPresent();
    }

    private static PasswordHash hash(ResultSet row) throws SQLException {
        return PasswordHash.parse(row.getString("phc"))
                .orElseThrow(() -> new IllegalStateException("a kept password that is no PHC string"));
    }
}
