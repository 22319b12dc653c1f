package org.poterne.token;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.poterne.account.AccessReduced;
import org.poterne.account.AccountId;
import org.poterne.account.AddressChanged;
import org.poterne.account.EmailAddress;
import org.poterne.password.PasswordReplaced;
import org.poterne.password.PasswordWithdrawn;
import org.poterne.task.Purge;
import org.poterne.tenant.TenantId;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The live tokens: one for each tenant, account and purpose; of a lasting purpose, one for each matter besides. */
@Component
public final class OneTimeTokens {

    /** The matter of those whose account has one at a time. */
    private static final UUID NONE = new UUID(0, 0);

    private final JdbcClient jdbc;
    private final Clock clock;

    OneTimeTokens(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A fresh token; the account's older one for the same purpose, and matter if it lasts, dies with it. */
    public OneTimeToken mint(TenantId tenant, TokenPurpose purpose, TokenBinding binding, Instant expiresAt) {
        var token = OneTimeToken.fresh();
        jdbc.sql("""
                        insert into one_time_token
                               (tenant_id, account_id, purpose, lasting, matter, digest, address, concerns, expires_at)
                        values (:tenant, :account, :purpose, :lasting, :matter, :digest, :address, :concerns, :expires)
                            on conflict (tenant_id, account_id, purpose, matter) do update
                           set digest = excluded.digest,
                               address = excluded.address,
                               concerns = excluded.concerns,
                               expires_at = excluded.expires_at
                        """)
                .param("tenant", tenant.value())
                .param("account", binding.account().value())
                .param("purpose", purpose.value())
                .param("lasting", purpose.isLasting())
                .param("matter", purpose.isLasting() ? binding.concerns() : NONE)
                .param("digest", token.digest())
                .param("address", binding.address().canonical())
                .param("concerns", binding.concerns())
                .param("expires", expiresAt.atOffset(ZoneOffset.UTC))
                .update();
        return token;
    }

    /** Looks without spending: a page may be opened by a scanner, twice, or before its reader. */
    public Optional<TokenBinding> look(TenantId tenant, TokenPurpose purpose, OneTimeToken token) {
        return bindingOf(tenant, purpose, token, """
                select account_id, address, concerns
                  from one_time_token
                 where digest = :digest and tenant_id = :tenant and purpose = :purpose and expires_at > :now
                """);
    }

    /** Spends the token: of two hands reaching at once, one gets it. */
    public Optional<TokenBinding> redeem(TenantId tenant, TokenPurpose purpose, OneTimeToken token) {
        return bindingOf(tenant, purpose, token, """
                delete from one_time_token
                 where digest = :digest and tenant_id = :tenant and purpose = :purpose and expires_at > :now
                returning account_id, address, concerns
                """);
    }

    /** A new password ends what the old one's days had begun (ASVS 7.4.3; Keycloak #8920). */
    @EventListener
    void on(PasswordReplaced event) {
        endAll(event.tenant(), event.account());
    }

    /** So does the end of a password that nothing follows yet. */
    @EventListener
    void on(PasswordWithdrawn event) {
        endAll(event.tenant(), event.account());
    }

    /** What was sent to the earlier address, or for its sake, is worth nothing at the next. */
    @EventListener
    void on(AddressChanged event) {
        endAll(event.tenant(), event.account());
    }

    /** Nor is a link that was sent to somebody with other rights. */
    @EventListener
    void on(AccessReduced event) {
        endAll(event.tenant(), event.account());
    }

    private void endAll(TenantId tenant, AccountId account) {
        jdbc.sql("delete from one_time_token where tenant_id = :tenant and account_id = :account and not lasting")
                .param("tenant", tenant.value())
                .param("account", account.value())
                .update();
    }

    int forgetExpired() {
        return jdbc.sql(Purge.batch("delete from one_time_token where expires_at <= :now"))
                .param("now", now())
                .update();
    }

    private Optional<TokenBinding> bindingOf(TenantId tenant, TokenPurpose purpose, OneTimeToken token, String sql) {
        var now = now();
        var found = jdbc.sql(sql)
                .param("digest", token.digest())
                .param("tenant", tenant.value())
                .param("purpose", purpose.value())
                .param("now", now)
                .query(OneTimeTokens::binding)
                .optional();
        if (found.isEmpty()) {
            bury(tenant, token, now);
        }
        return found;
    }

    /** What somebody was told is dead stays dead, even when the clock is set back. */
    private void bury(TenantId tenant, OneTimeToken token, OffsetDateTime now) {
        jdbc.sql("delete from one_time_token where digest = :digest and tenant_id = :tenant and expires_at <= :now")
                .param("digest", token.digest())
                .param("tenant", tenant.value())
                .param("now", now)
                .update();
    }

    private static TokenBinding binding(ResultSet row, int number) throws SQLException {
        return new TokenBinding(
                new AccountId(row.getObject("account_id", UUID.class)),
                EmailAddress.parse(row.getString("address"))
                        .orElseThrow(() -> new IllegalStateException("a token whose address no longer parses")),
                row.getObject("concerns", UUID.class));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
