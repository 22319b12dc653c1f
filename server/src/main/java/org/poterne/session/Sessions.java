package org.poterne.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.poterne.account.AccountId;
import org.poterne.task.Purge;
import org.poterne.tenant.TenantId;
import org.poterne.tenant.Tenants;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The open sessions, in the database: a node may come or go without signing anybody out. */
@Component
public final class Sessions {

    private static final Duration SEEN_AT_MOST_EVERY = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final Tenants tenants;
    private final Clock clock;

    Sessions(JdbcClient jdbc, Tenants tenants, Clock clock) {
        this.jdbc = jdbc;
        this.tenants = tenants;
        this.clock = clock;
    }

    /** A session under an identifier never seen before: one set by somebody else is never adopted (ASVS 7.2.4). */
    public SessionId open(TenantId tenant, AccountId account, SessionOrigin origin) {
        var id = SessionId.fresh();
        var now = clock.instant();
        var policy = policy(tenant);
        jdbc.sql("""
                        insert into session
                               (tenant_id, digest, id, account_id, opened_at, seen_at, ends_at,
                                browser, from_address)
                        values (:tenant, :digest, :id, :account, :now, :now, :ends, :browser, :from)
                        """)
                .param("tenant", tenant.value())
                .param("digest", id.digest())
                .param("id", SessionHandle.fresh().value())
                .param("account", account.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("ends", now.plus(policy.overall()).atOffset(ZoneOffset.UTC))
                .param("browser", origin.browser().kept())
                .param("from", origin.address().value())
                .update();
        return id;
    }

    /** Whose session this is, if it is open at this tenant and its account is active; being asked for keeps it awake. */
    public Optional<SignedInPerson> find(TenantId tenant, SessionId id) {
        var now = clock.instant();
        var awake = now.minus(policy(tenant).idle());
        var row = jdbc.sql("""
                        select session.id, session.account_id, session.seen_at,
                               coalesce(session.proved_at, session.opened_at) as proved_at,
                               account.given_name, account.family_name, account.language
                          from session
                          join account on account.tenant_id = session.tenant_id and account.id = session.account_id
                         where session.digest = :digest
                           and session.tenant_id = :tenant
                           and session.ends_at > :now
                           and session.seen_at > :awake
                           and account.status = 'active'
                        """)
                .param("digest", id.digest())
                .param("tenant", tenant.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("awake", awake.atOffset(ZoneOffset.UTC))
                .query((result, _) -> new Row(
                        new SignedInPerson(
                                new AccountId(result.getObject("account_id", UUID.class)),
                                (result.getString("given_name") + " " + result.getString("family_name")).strip(),
                                Optional.ofNullable(result.getString("language"))
                                        .map(Locale::forLanguageTag),
                                new SessionHandle(result.getObject("id", UUID.class)),
                                result.getObject("proved_at", OffsetDateTime.class)
                                        .toInstant()),
                        result.getObject("seen_at", OffsetDateTime.class).toInstant()))
                .optional();
        row.filter(found -> found.seenAt().isBefore(now.minus(SEEN_AT_MOST_EVERY)))
                .ifPresent(_ -> seen(tenant, id, now));
        if (row.isEmpty()) {
            bury(tenant, id, now, awake);
        }
        return row.map(Row::person);
    }

    /** One that was found asleep or at its end stays dead, even when the clock is set back. */
    private void bury(TenantId tenant, SessionId id, Instant now, Instant awake) {
        jdbc.sql("""
                        delete from session
                         where digest = :digest and tenant_id = :tenant and (ends_at <= :now or seen_at <= :awake)
                        """)
                .param("digest", id.digest())
                .param("tenant", tenant.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("awake", awake.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The password was shown again: the session goes on under an identifier that nobody has seen (ASVS 7.2.4). */
    Optional<SessionId> proved(TenantId tenant, SessionId id) {
        var fresh = SessionId.fresh();
        var renewed = jdbc.sql("""
                        update session set digest = :fresh, proved_at = :now
                         where tenant_id = :tenant and digest = :digest
                        """)
                .param("fresh", fresh.digest())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("tenant", tenant.value())
                .param("digest", id.digest())
                .update();
        return renewed == 1 ? Optional.of(fresh) : Optional.empty();
    }

    public void end(TenantId tenant, SessionId id) {
        jdbc.sql("delete from session where digest = :digest and tenant_id = :tenant")
                .param("digest", id.digest())
                .param("tenant", tenant.value())
                .update();
    }

    void endAll(TenantId tenant, AccountId account) {
        jdbc.sql("delete from session where tenant_id = :tenant and account_id = :account")
                .param("tenant", tenant.value())
                .param("account", account.value())
                .update();
    }

    int forgetEnded() {
        return jdbc.sql(Purge.batch("delete from session where ends_at <= :now"))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private void seen(TenantId tenant, SessionId id, Instant now) {
        jdbc.sql("update session set seen_at = :now where digest = :digest and tenant_id = :tenant")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("digest", id.digest())
                .param("tenant", tenant.value())
                .update();
    }

    private SessionPolicy policy(TenantId tenant) {
        return tenants.policy(tenant, SessionPolicy.class);
    }

    private record Row(SignedInPerson person, Instant seenAt) {}
}
