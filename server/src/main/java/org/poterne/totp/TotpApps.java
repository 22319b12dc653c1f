package org.poterne.totp;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.poterne.account.AccountId;
import org.poterne.tenant.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The applications of every account. */
@Component
class TotpApps {

    private final JdbcClient jdbc;
    private final SealedSeeds seeds;
    private final Clock clock;

    TotpApps(JdbcClient jdbc, SealedSeeds seeds, Clock clock) {
        this.jdbc = jdbc;
        this.seeds = seeds;
        this.clock = clock;
    }

    private record Live(UUID id, Seed seed, long lastStep) {}

    List<TotpApp> of(TenantId tenant, AccountId account) {
        return jdbc.sql("""
                        select id, name, bound_at, used_at from totp
                         where tenant_id = :tenant and account_id = :account
                         order by bound_at, id
                        """)
                .param("tenant", tenant.value())
                .param("account", account.value())
                .query((row, _) -> new TotpApp(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getObject("bound_at", OffsetDateTime.class).toInstant(),
                        row.getObject("used_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Among this account's alone. */
    Optional<TotpApp> find(TenantId tenant, AccountId account, String id) {
        return of(tenant, account).stream()
                .filter(app -> app.id().toString().equals(id))
                .findFirst();
    }

    /** @param step of the code that proved it: nobody signs in with that one (NIST SP 800-63B-4 §3.1.4.2) */
    void add(TenantId tenant, AccountId account, String name, Seed seed, long step) {
        jdbc.sql("""
                        insert into totp (tenant_id, id, account_id, name, seed, last_step, bound_at, used_at)
                        values (:tenant, :id, :account, :name, :seed, :step, :now, :now)
                        """)
                .param("tenant", tenant.value())
                .param("id", UUID.randomUUID())
                .param("account", account.value())
                .param("name", name)
                .param("seed", seeds.seal(tenant, account, seed))
                .param("step", step)
                .param("now", now())
                .update();
    }

    boolean remove(TenantId tenant, AccountId account, UUID id) {
        return jdbc.sql("delete from totp where tenant_id = :tenant and account_id = :account and id = :id")
                        .param("tenant", tenant.value())
                        .param("account", account.value())
                        .param("id", id)
                        .update()
                == 1;
    }

    void removeAll(TenantId tenant, AccountId account) {
        jdbc.sql("delete from totp where tenant_id = :tenant and account_id = :account")
                .param("tenant", tenant.value())
                .param("account", account.value())
                .update();
    }

    /** Whether it is a code of one of them, now, and the first time: it is spent by being right. */
    boolean accept(TenantId tenant, AccountId account, TypedCode typed) {
        return live(tenant, account).stream()
                .anyMatch(app -> app.seed()
                        .step(typed, clock.instant(), app.lastStep())
                        .filter(step -> spend(tenant, account, app, step))
                        .isPresent());
    }

    private List<Live> live(TenantId tenant, AccountId account) {
        return jdbc.sql("""
                        select id, seed, last_step from totp where tenant_id = :tenant and account_id = :account
                        """)
                .param("tenant", tenant.value())
                .param("account", account.value())
                .query((row, _) -> new Live(
                        row.getObject("id", UUID.class),
                        seeds.open(tenant, account, row.getBytes("seed")),
                        row.getLong("last_step")))
                .list();
    }

    /** Of many hands with one code, one: that step and all before it are over in the same statement (RFC 6238 §5.2). */
    private boolean spend(TenantId tenant, AccountId account, Live app, long step) {
        return jdbc.sql("""
                        update totp set last_step = :step, used_at = :now
                         where tenant_id = :tenant and account_id = :account and id = :id and last_step < :step
                        """)
                        .param("step", step)
                        .param("now", now())
                        .param("tenant", tenant.value())
                        .param("account", account.value())
                        .param("id", app.id())
                        .update()
                == 1;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
