package org.poterne.authenticator;

import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.poterne.account.AccountId;
import org.poterne.key.InstallationKey;
import org.poterne.task.Purge;
import org.poterne.tenant.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The phones that are about to be added: one at a time for an account, each once, within ten minutes (PU-1). */
@Component
class Bindings {

    static final Duration LIFE = Duration.ofMinutes(10);

    /** Of what was typed: with 40 bits, one in 200,000 million for whoever guesses. */
    private static final int MOST_WRONG = 5;

    private final JdbcClient jdbc;
    private final InstallationKey key;
    private final Clock clock;

    Bindings(JdbcClient jdbc, InstallationKey key, Clock clock) {
        this.jdbc = jdbc;
        this.key = key;
        this.clock = clock;
    }

    /** One that a code has found. */
    record Binding(UUID id, AccountId account) {}

    enum State {
        WAITING,
        BOUND,
        OVER
    }

    /** Earlier codes of the account are dead from now on. */
    UUID begin(TenantId tenant, AccountId account, BindingCodes codes) {
        var id = UUID.randomUUID();
        jdbc.sql("""
                        insert into authenticator_binding
                               (tenant_id, id, account_id, link_digest, typed_mac, expires_at)
                        values (:tenant, :id, :account, :link, :typed, :expires)
                            on conflict (tenant_id, account_id) do update
                           set id = excluded.id, link_digest = excluded.link_digest, typed_mac = excluded.typed_mac,
                               expires_at = excluded.expires_at, wrong = 0, authenticator_id = null
                        """)
                .param("tenant", tenant.value())
                .param("id", id)
                .param("account", account.value())
                .param("link", BindingCodes.digest(codes.link()))
                .param("typed", mac(tenant, account, codes.typed()))
                .param("expires", utc(clock.instant().plus(LIFE)))
                .update();
        return id;
    }

    State state(TenantId tenant, AccountId account, UUID id) {
        return jdbc.sql("""
                        select case when authenticator_id is not null then 'BOUND'
                                    when expires_at > :now then 'WAITING'
                                    else 'OVER' end
                          from authenticator_binding
                         where tenant_id = :tenant and account_id = :account and id = :id
                        """)
                .param("now", utc(clock.instant()))
                .param("tenant", tenant.value())
                .param("account", account.value())
                .param("id", id)
                .query(String.class)
                .optional()
                .map(State::valueOf)
                .orElse(State.OVER);
    }

    /** Looking spends nothing. */
    Optional<Binding> byLink(TenantId tenant, String link) {
        return jdbc.sql("""
                        select id, account_id from authenticator_binding
                         where tenant_id = :tenant and link_digest = :digest
                           and authenticator_id is null and expires_at > :now
                        """)
                .param("tenant", tenant.value())
                .param("digest", BindingCodes.digest(link))
                .param("now", utc(clock.instant()))
                .query((row, _) -> new Binding(
                        row.getObject("id", UUID.class), new AccountId(row.getObject("account_id", UUID.class))))
                .optional();
    }

    /**
     * A guess takes its place before it is looked at: of a thousand at once, five are evaluated. Call it outside any
     * transaction: what is counted must stay so.
     */
    Optional<Binding> byTyped(TenantId tenant, AccountId account, String typed) {
        return jdbc.sql("""
                        update authenticator_binding set wrong = wrong + 1
                         where tenant_id = :tenant and account_id = :account
                           and authenticator_id is null and expires_at > :now and wrong < :most
                        returning id, typed_mac
                        """)
                .param("tenant", tenant.value())
                .param("account", account.value())
                .param("now", utc(clock.instant()))
                .param("most", MOST_WRONG)
                .query((row, _) -> MessageDigest.isEqual(row.getBytes("typed_mac"), mac(tenant, account, typed))
                        ? Optional.of(new Binding(row.getObject("id", UUID.class), account))
                        : Optional.<Binding>empty())
                .optional()
                .flatMap(found -> found);
    }

    /** Of two hands with one code, one binds. */
    boolean spend(TenantId tenant, Binding binding, UUID authenticator) {
        return jdbc.sql("""
                        update authenticator_binding set authenticator_id = :authenticator
                         where tenant_id = :tenant and id = :id and authenticator_id is null and expires_at > :now
                        """)
                        .param("authenticator", authenticator)
                        .param("tenant", tenant.value())
                        .param("id", binding.id())
                        .param("now", utc(clock.instant()))
                        .update()
                == 1;
    }

    /** Nobody adds a phone with a code of before. */
    void drop(TenantId tenant, AccountId account) {
        jdbc.sql("delete from authenticator_binding where tenant_id = :tenant and account_id = :account")
                .param("tenant", tenant.value())
                .param("account", account.value())
                .update();
    }

    int forgetExpired() {
        return jdbc.sql(Purge.batch("delete from authenticator_binding where expires_at < :then"))
                .param("then", utc(clock.instant().minus(LIFE)))
                .update();
    }

    private byte[] mac(TenantId tenant, AccountId account, String typed) {
        return key.mac("authenticator binding", tenant.value(), account.toString(), typed);
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
