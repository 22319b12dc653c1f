package org.poterne.session;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.poterne.account.AccountId;
import org.poterne.device.UserBrowser;
import org.poterne.session.SessionClosed.Which;
import org.poterne.tenant.TenantId;
import org.poterne.tenant.Tenants;
import org.poterne.throttle.ClientAddress;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** An account's open sessions, for its owner: to look at, and to end (ASVS 7.5.2). */
@Component
public class OwnSessions {

    private final JdbcClient jdbc;
    private final Tenants tenants;
    private final Entries entries;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    OwnSessions(JdbcClient jdbc, Tenants tenants, Entries entries, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.tenants = tenants;
        this.entries = entries;
        this.events = events;
        this.clock = clock;
    }

    /** Those that would still open a page, the one last seen first. */
    public List<OpenSession> of(TenantId tenant, AccountId account) {
        var now = clock.instant();
        return jdbc.sql("""
                        select id, browser, from_address, opened_at, seen_at
                          from session
                         where tenant_id = :tenant
                           and account_id = :account
                           and ends_at > :now
                           and seen_at > :awake
                         order by seen_at desc, opened_at desc, id
                        """)
                .param("tenant", tenant.value())
                .param("account", account.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param(
                        "awake",
                        now.minus(tenants.policy(tenant, SessionPolicy.class).idle())
                                .atOffset(ZoneOffset.UTC))
                .query(OwnSessions::session)
                .list();
    }

    /** The account is part of the look-up: a handle of somebody else's session ends nothing. */
    @Transactional
    public void end(TenantId tenant, AccountId account, SessionHandle session) {
        var ended = jdbc.sql("""
                        delete from session where tenant_id = :tenant and account_id = :account and id = :session
                        """)
                .param("tenant", tenant.value())
                .param("account", account.value())
                .param("session", session.value())
                .update();
        if (ended > 0) {
            events.publishEvent(new SessionClosed(tenant, account, Which.ONE));
        }
    }

    @Transactional
    public void endOthers(TenantId tenant, AccountId account, SessionHandle kept) {
        jdbc.sql("delete from session where tenant_id = :tenant and account_id = :account and id <> :kept")
                .param("tenant", tenant.value())
                .param("account", account.value())
                .param("kept", kept.value())
                .update();
        events.publishEvent(new SessionClosed(tenant, account, Which.ALL_OTHERS));
    }

    /** Whoever is on the way in begins anew. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void endEntries(TenantId tenant, AccountId account) {
        entries.endAll(tenant, account);
    }

    private static OpenSession session(ResultSet row, int number) throws SQLException {
        return new OpenSession(
                new SessionHandle(row.getObject("id", UUID.class)),
                UserBrowser.read(row.getString("browser")),
                new ClientAddress(row.getString("from_address")),
                instant(row, "opened_at"),
                instant(row, "seen_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
