package org.poterne.registration;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.poterne.account.EmailAddress;
import org.poterne.account.Username;
import org.poterne.key.InstallationKey;
import org.poterne.task.Purge;
import org.poterne.tenant.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Usernames asked for with an address that was taken, where messages are neutral. A sign-up that succeeds takes its username
 * off the list, and anybody may look there: were the name still free, it would tell that the address has an account. So it
 * is kept as long as a sign-up that nobody confirms, and no longer; keyed digests, so that the table names nobody.
 */
@Component
final class UsernameShadows {

    private final JdbcClient jdbc;
    private final InstallationKey key;
    private final Clock clock;

    UsernameShadows(JdbcClient jdbc, InstallationKey key, Clock clock) {
        this.jdbc = jdbc;
        this.key = key;
        this.clock = clock;
    }

    /** As a sign-up does: the next one with the same address gives the earlier name back. */
    void keep(TenantId tenant, EmailAddress email, Username username, Duration life) {
        jdbc.sql("""
                        insert into sign_up_shadow (tenant_id, address, username, expires_at)
                        values (:tenant, :address, :username, :expires)
                            on conflict (tenant_id, address) do update
                           set username = excluded.username, expires_at = excluded.expires_at
                        """)
                .param("tenant", tenant.value())
                .param("address", address(tenant, email))
                .param("username", username(tenant, username))
                .param("expires", now().plus(life))
                .update();
    }

    /** Whether somebody asked for it with another address. */
    boolean hold(TenantId tenant, Username username, EmailAddress besides) {
        return jdbc.sql("""
                        select count(*) > 0 from sign_up_shadow
                         where tenant_id = :tenant and username = :username and address <> :address
                           and expires_at > :now
                        """)
                .param("tenant", tenant.value())
                .param("username", username(tenant, username))
                .param("address", address(tenant, besides))
                .param("now", now())
                .query(Boolean.class)
                .single();
    }

    int forgetExpired() {
        return jdbc.sql(Purge.batch("delete from sign_up_shadow where expires_at <= :now"))
                .param("now", now())
                .update();
    }

    private byte[] address(TenantId tenant, EmailAddress email) {
        return key.mac("sign-up shadow", tenant.value(), "address", email.canonical());
    }

    private byte[] username(TenantId tenant, Username username) {
        return key.mac("sign-up shadow", tenant.value(), "username", username.skeleton());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
