package org.poterne.authenticator;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.poterne.account.AccountId;
import org.poterne.device.UserBrowser;
import org.poterne.task.Purge;
import org.poterne.tenant.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The phones with their keys, for whoever checks what they signed. */
@Component
final class Devices {

    /** So long an application that was away hears that it was revoked, and forgets its keys. */
    private static final Period TOLD = Period.ofDays(365);

    private final JdbcClient jdbc;
    private final Clock clock;

    Devices(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Revoked ones too: they are told. Of an account that is closed, none. */
    Optional<Device> find(TenantId tenant, UUID id) {
        return jdbc.sql("""
                        select authenticator.id, account_id, name, device_key, lock_kind, lock_key, since, used_at, revoked_at
                          from authenticator
                          join account on account.tenant_id = authenticator.tenant_id and account.id = account_id
                         where authenticator.tenant_id = :tenant and authenticator.id = :id and account.status = 'active'
                        """)
                .param("tenant", tenant.value())
                .param("id", id)
                .query(Device::of)
                .optional();
    }

    /** How many answer for this account. */
    int live(TenantId tenant, AccountId account) {
        return jdbc.sql("""
                        select count(*) from authenticator
                         where tenant_id = :tenant and account_id = :account and revoked_at is null
                        """)
                .param("tenant", tenant.value())
                .param("account", account.value())
                .query(Integer.class)
                .single();
    }

    void add(TenantId tenant, AccountId account, UUID id, NewDevice device) {
        jdbc.sql("""
                        insert into authenticator
                               (tenant_id, id, account_id, name, device_key, lock_kind, lock_key, lock_count, browser, since)
                        values (:tenant, :id, :account, :name, :key, :lock_kind, :lock_key, :lock_count, :browser, :now)
                        """)
                .param("tenant", tenant.value())
                .param("id", id)
                .param("account", account.value())
                .param("name", device.name())
                .param("key", device.key().encoded())
                .param("lock_kind", device.lock().kind())
                .param("lock_key", device.lock().key())
                .param("lock_count", device.lockCount())
                .param("browser", device.browser().kept())
                .param("now", now())
                .update();
        jdbc.sql(
                        "update authenticator set missed = false where tenant_id = :tenant and account_id = :account and missed")
                .param("tenant", tenant.value())
                .param("account", account.value())
                .update();
    }

    /**
     * The phone's own lock counts its uses; one that counts backwards has been copied (WebAuthn L3 §6.1.1). One that never
     * counts says nothing either way.
     */
    boolean counted(TenantId tenant, UUID id, long count) {
        return jdbc.sql("""
                        update authenticator set lock_count = :count
                         where tenant_id = :tenant and id = :id and revoked_at is null
                           and (lock_count < :count or (lock_count = 0 and :count = 0))
                        """)
                        .param("count", count)
                        .param("tenant", tenant.value())
                        .param("id", id)
                        .update()
                == 1;
    }

    int forgetRevoked() {
        return jdbc.sql(Purge.batch("delete from authenticator where revoked_at < :then and not missed"))
                .param("then", now().minus(TOLD))
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    /** A phone that has proved all it must. */
    record NewDevice(String name, DeviceKey key, Lock lock, long lockCount, UserBrowser browser) {}
}
