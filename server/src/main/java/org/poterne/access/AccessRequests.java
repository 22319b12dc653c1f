package org.poterne.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.poterne.access.AccessRequest.State;
import org.poterne.account.AccountId;
import org.poterne.membership.EstablishmentId;
import org.poterne.membership.Rights;
import org.poterne.task.Purge;
import org.poterne.tenant.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The requests. Each leaves its state `pending` once, by one statement: of several hands, one gets it. */
@Component
public class AccessRequests {

    private static final Duration KEPT = Duration.ofDays(30);

    private final JdbcClient jdbc;
    private final Clock clock;

    AccessRequests(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What an establishment's administrators have asked of others of late. */
    public List<AccessRequest> askedFrom(TenantId tenant, EstablishmentId establishment) {
        return jdbc.sql("""
                        select id, account_id, asked_by, asked_from, number, establishment_id, rights, state, expires_at
                          from access_request
                         where tenant_id = :tenant and asked_from = :establishment
                           and state in ('pending', 'refused') and expires_at > :of_late
                         order by created_at, id
                         limit 50
                        """)
                .param("tenant", tenant.value())
                .param("establishment", establishment.value())
                .param("of_late", utc(clock.instant().minus(KEPT)))
                .query(AccessRequests::request)
                .list();
    }

    /** What waits for an answer of an establishment's administrators. */
    public List<AccessRequest> waitingAt(TenantId tenant, EstablishmentId establishment) {
        return jdbc.sql("""
                        select id, account_id, asked_by, asked_from, number, establishment_id, rights, state, expires_at
                          from access_request
                         where tenant_id = :tenant and establishment_id = :establishment
                           and state = 'pending' and expires_at > :now
                         order by created_at, id
                         limit 50
                        """)
                .param("tenant", tenant.value())
                .param("establishment", establishment.value())
                .param("now", now())
                .query(AccessRequests::request)
                .list();
    }

    Optional<AccessRequest> find(TenantId tenant, AccessRequestId id) {
        return jdbc.sql("""
                        select id, account_id, asked_by, asked_from, number, establishment_id, rights, state, expires_at
                          from access_request
                         where tenant_id = :tenant and id = :id
                        """)
                .param("tenant", tenant.value())
                .param("id", id.value())
                .query(AccessRequests::request)
                .optional();
    }

    /** One that waits at this establishment; those of others are none. */
    Optional<AccessRequest> waitingAt(TenantId tenant, EstablishmentId establishment, AccessRequestId id) {
        return find(tenant, id)
                .filter(request -> request.establishment().equals(Optional.of(establishment)))
                .filter(request -> request.state() == State.PENDING && !request.isExpired(clock.instant()));
    }

    /** @return nothing when the account waits for an answer of that number already */
    Optional<AccessRequestId> add(TenantId tenant, Wish wish, Optional<EstablishmentId> asked, Instant expires) {
        forgetUnanswered(tenant, wish);
        return jdbc.sql("""
                        insert into access_request
                               (tenant_id, id, account_id, asked_by, asked_from, number, establishment_id, rights,
                                state, created_at, expires_at)
                        values (:tenant, :id, :account, :by, :from, :number, :establishment::uuid, :rights,
                                'pending', :now, :expires)
                            on conflict do nothing
                        returning id
                        """)
                .param("tenant", tenant.value())
                .param("id", AccessRequestId.fresh().value())
                .param("account", wish.account().value())
                .param("by", wish.by().own().account().value())
                .param("from", wish.by().establishment().id().value())
                .param("number", wish.number().value())
                .param(
                        "establishment",
                        asked.map(EstablishmentId::value).map(UUID::toString).orElse(null))
                .param("rights", wish.rights().names().stream().sorted().toArray(String[]::new))
                .param("now", now())
                .param("expires", utc(expires))
                .query((row, _) -> new AccessRequestId(row.getObject("id", UUID.class)))
                .optional();
    }

    /** One whose time is over gives way to the next. */
    private void forgetUnanswered(TenantId tenant, Wish wish) {
        jdbc.sql("""
                        delete from access_request
                         where tenant_id = :tenant and account_id = :account and number = :number
                           and state = 'pending' and expires_at <= :now
                        """)
                .param("tenant", tenant.value())
                .param("account", wish.account().value())
                .param("number", wish.number().value())
                .param("now", now())
                .update();
    }

    /** @return whether it was this hand that did it, in time */
    boolean close(TenantId tenant, AccessRequestId id, State state) {
        return jdbc.sql("""
                        update access_request set state = :state
                         where tenant_id = :tenant and id = :id and state = 'pending' and expires_at > :now
                        """)
                        .param("state", state.name().toLowerCase(Locale.ROOT))
                        .param("tenant", tenant.value())
                        .param("id", id.value())
                        .param("now", now())
                        .update()
                == 1;
    }

    /** All that somebody asked for from an establishment, or that was asked there for them. */
    void withdrawAllOf(TenantId tenant, EstablishmentId from, AccountId account) {
        jdbc.sql("""
                        update access_request set state = 'withdrawn'
                         where tenant_id = :tenant and asked_from = :from
                           and (asked_by = :account or account_id = :account) and state = 'pending'
                        """)
                .param("tenant", tenant.value())
                .param("from", from.value())
                .param("account", account.value())
                .update();
    }

    /** All that somebody asked for from an establishment. */
    void withdrawAskedBy(TenantId tenant, EstablishmentId from, AccountId account) {
        jdbc.sql("""
                        update access_request set state = 'withdrawn'
                         where tenant_id = :tenant and asked_from = :from and asked_by = :account and state = 'pending'
                        """)
                .param("tenant", tenant.value())
                .param("from", from.value())
                .param("account", account.value())
                .update();
    }

    int forgetOld() {
        return jdbc.sql(Purge.batch("delete from access_request where expires_at < :then"))
                .param("then", utc(clock.instant().minus(KEPT)))
                .update();
    }

    private static AccessRequest request(ResultSet row, int number) throws SQLException {
        return new AccessRequest(
                new AccessRequestId(row.getObject("id", UUID.class)),
                new AccountId(row.getObject("account_id", UUID.class)),
                new AccountId(row.getObject("asked_by", UUID.class)),
                new EstablishmentId(row.getObject("asked_from", UUID.class)),
                row.getString("number"),
                Optional.ofNullable(row.getObject("establishment_id", UUID.class))
                        .map(EstablishmentId::new),
                Rights.of(Arrays.asList((String[]) row.getArray("rights").getArray())),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getObject("expires_at", OffsetDateTime.class).toInstant());
    }

    private OffsetDateTime now() {
        return utc(clock.instant());
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
