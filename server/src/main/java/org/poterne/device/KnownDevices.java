package org.poterne.device;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.poterne.account.AccountId;
import org.poterne.account.AddressChanged;
import org.poterne.password.PasswordReplaced;
import org.poterne.password.PasswordWithdrawn;
import org.poterne.task.Purge;
import org.poterne.tenant.Tenant;
import org.poterne.tenant.TenantCookie;
import org.poterne.tenant.TenantId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The known devices of each account. A device is known by a signed cookie and by its row here: the row can be revoked, and
 * dies with the password, since whoever had the old one may have made a device known with it.
 */
@Component
public class KnownDevices {

    private static final int PER_ACCOUNT = 10; // each is a lane of guesses: not without end

    private final JdbcClient jdbc;
    private final DeviceCookie cookies;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    KnownDevices(JdbcClient jdbc, DeviceCookie cookies, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.cookies = cookies;
        this.events = events;
        this.clock = clock;
    }

    /** What the browser says it is; whether an account knows it is asked with {@link #knows}. */
    public Optional<DeviceId> of(Tenant tenant, HttpServletRequest request) {
        return cookie(tenant).read(request).flatMap(value -> cookies.read(tenant.id(), value));
    }

    public boolean knows(TenantId tenant, AccountId account, DeviceId device) {
        return jdbc.sql("""
                        select true from known_device
                         where tenant_id = :tenant and account_id = :account and id = :id and seen_at > :since
                        """)
                .param("tenant", tenant.value())
                .param("account", account.value())
                .param("id", device.value())
                .param("since", utc(clock.instant().minus(DeviceCookie.LIFE)))
                .query(Boolean.class)
                .optional()
                .isPresent();
    }

    /** After a sign-in, and after nothing else. */
    public void remember(Tenant tenant, AccountId account, HttpServletRequest request, HttpServletResponse response) {
        var device = of(tenant, request).orElseGet(DeviceId::fresh);
        enter(tenant.id(), account, device, UserBrowser.of(request));
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                cookie(tenant)
                        .set(cookies.write(tenant.id(), device), DeviceCookie.LIFE)
                        .toString());
    }

    /** The one seen longest ago gives way when there are too many. */
    private void enter(TenantId tenant, AccountId account, DeviceId device, UserBrowser browser) {
        jdbc.sql("""
                        insert into known_device (tenant_id, id, account_id, browser, known_from, seen_at)
                        values (:tenant, :id, :account, :browser, :now, :now)
                            on conflict (tenant_id, id, account_id) do update
                           set seen_at = excluded.seen_at, browser = excluded.browser
                        """)
                .param("tenant", tenant.value())
                .param("id", device.value())
                .param("account", account.value())
                .param("browser", browser.kept())
                .param("now", utc(clock.instant()))
                .update();
        jdbc.sql("""
                        delete from known_device
                         where tenant_id = :tenant and account_id = :account
                           and id not in (select id from known_device
                                           where tenant_id = :tenant and account_id = :account
                                           order by seen_at desc, id limit :most)
                        """)
                .param("tenant", tenant.value())
                .param("account", account.value())
                .param("most", PER_ACCOUNT)
                .update();
    }

    /** Last seen first. */
    public List<KnownDevice> list(TenantId tenant, AccountId account) {
        return jdbc.sql("""
                        select id, browser, known_from, seen_at from known_device
                         where tenant_id = :tenant and account_id = :account
                         order by seen_at desc, id
                        """)
                .param("tenant", tenant.value())
                .param("account", account.value())
                .query((row, _) -> new KnownDevice(
                        new DeviceId(row.getObject("id", UUID.class)),
                        UserBrowser.read(row.getString("browser")),
                        row.getObject("known_from", OffsetDateTime.class).toInstant(),
                        row.getObject("seen_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** By its owner. */
    @Transactional
    public void forget(TenantId tenant, AccountId account, DeviceId device) {
        events.publishEvent(new DeviceForgotten(tenant, account));
        jdbc.sql("delete from known_device where tenant_id = :tenant and account_id = :account and id = :id")
                .param("tenant", tenant.value())
                .param("account", account.value())
                .param("id", device.value())
                .update();
    }

    /** The cookie stays in those browsers and is worth nothing. */
    @EventListener
    void on(PasswordReplaced event) {
        forgetAll(event.tenant(), event.account());
    }

    @EventListener
    void on(PasswordWithdrawn event) {
        forgetAll(event.tenant(), event.account());
    }

    @EventListener
    void on(AddressChanged event) {
        forgetAll(event.tenant(), event.account());
    }

    private void forgetAll(TenantId tenant, AccountId account) {
        jdbc.sql("delete from known_device where tenant_id = :tenant and account_id = :account")
                .param("tenant", tenant.value())
                .param("account", account.value())
                .update();
    }

    int forgetUnseen() {
        return jdbc.sql(Purge.batch("delete from known_device where seen_at <= :since"))
                .param("since", utc(clock.instant().minus(DeviceCookie.LIFE)))
                .update();
    }

    private static TenantCookie cookie(Tenant tenant) {
        return new TenantCookie(tenant, "device");
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
