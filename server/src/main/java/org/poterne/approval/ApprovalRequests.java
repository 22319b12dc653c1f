package org.poterne.approval;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.poterne.account.AccountId;
import org.poterne.device.UserBrowser;
import org.poterne.session.SessionOrigin;
import org.poterne.task.Purge;
import org.poterne.tenant.TenantId;
import org.poterne.throttle.ClientAddress;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The requests, in the database: the browser may wait at one node, and the device answer at another. What happens is told by
 * whoever's transaction it is.
 */
@Component
class ApprovalRequests {

    private static final Duration KEPT = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final Clock clock;

    ApprovalRequests(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional
    public UUID begin(TenantId tenant, ApprovalAction action, UUID subject, SessionOrigin from, Duration life) {
        var id = UUID.randomUUID();
        var now = now();
        jdbc.sql("""
                        update approval_request set state = 'over'
                         where tenant_id = :tenant and subject = :subject and state in ('pending', 'approved')
                        """).param("tenant", tenant.value()).param("subject", subject).update();
        jdbc.sql("""
                        insert into approval_request
                               (tenant_id, id, action, subject, browser, from_address, asked_at, expires_at)
                        values (:tenant, :id, :action, :subject, :browser, :from, :now, :expires)
                        """)
                .param("tenant", tenant.value())
                .param("id", id)
                .param("action", action.word())
                .param("subject", subject)
                .param("browser", from.browser().kept())
                .param("from", from.address().value())
                .param("now", now)
                .param("expires", now.plus(life))
                .update();
        return id;
    }

    /** One that a browser waits for. */
    record Latest(UUID id, String state, Instant until) {}

    Optional<Latest> latest(TenantId tenant, ApprovalAction action, UUID subject) {
        return jdbc.sql("""
                        select id, state, expires_at from approval_request
                         where tenant_id = :tenant and subject = :subject and action = :action
                         order by asked_at desc, id limit 1
                        """)
                .param("tenant", tenant.value())
                .param("subject", subject)
                .param("action", action.word())
                .query((row, _) ->
                        new Latest(row.getObject("id", UUID.class), row.getString("state"), moment(row, "expires_at")))
                .optional();
    }

    /** Those of the account whose time is up make room. */
    void makeRoom(TenantId tenant, AccountId account) {
        jdbc.sql("""
                        update approval_request set state = 'over'
                         where tenant_id = :tenant and account_id = :account and state = 'pending' and expires_at <= :now
                        """)
                .param("tenant", tenant.value())
                .param("account", account.value())
                .param("now", now())
                .update();
    }

    /** Whether the account is asked already: strangers' requests and those of known browsers do not displace each other. */
    boolean isPending(TenantId tenant, AccountId account, AskedBy who) {
        return jdbc.sql("""
                        select exists (select from approval_request
                                        where tenant_id = :tenant and account_id = :account and known = :known
                                          and state = 'pending')
                        """)
                .param("tenant", tenant.value())
                .param("account", account.value())
                .param("known", who.isKnown())
                .query(Boolean.class)
                .single();
    }

    /** One that devices see from now on. */
    record Shown(ApprovalAction action, Instant until) {}

    /** Once, while it can be answered. */
    Optional<Shown> show(TenantId tenant, UUID request, AccountId account, AskedBy who) {
        return jdbc.sql("""
                        update approval_request set account_id = :account, known = :known
                         where tenant_id = :tenant and id = :id and account_id is null
                           and state = 'pending' and expires_at > :now
                        returning action, expires_at
                        """)
                .param("account", account.value())
                .param("known", who.isKnown())
                .param("tenant", tenant.value())
                .param("id", request)
                .param("now", now())
                .query((row, _) -> new Shown(ApprovalAction.named(row.getString("action")), moment(row, "expires_at")))
                .optional();
    }

    /** What the account's devices are asked at this moment, oldest first. */
    List<ApprovalRequest> pending(TenantId tenant, AccountId account) {
        return jdbc.sql("""
                        select id, action, browser, from_address, known, asked_at, expires_at
                          from approval_request
                         where tenant_id = :tenant and account_id = :account and state = 'pending' and expires_at > :now
                         order by asked_at, id
                        """)
                .param("tenant", tenant.value())
                .param("account", account.value())
                .param("now", now())
                .query(ApprovalRequests::request)
                .list();
    }

    /**
     * The request that a device answers, once: of any number of answers one is the answer.
     *
     * @param answer {@code approved}, {@code denied} or {@code missed}
     * @return what waited for it
     */
    Optional<UUID> answer(TenantId tenant, AccountId account, UUID request, String answer, UUID device) {
        return jdbc.sql("""
                        update approval_request set state = :answer, device_id = :device
                         where tenant_id = :tenant and id = :id and account_id = :account
                           and state = 'pending' and expires_at > :now
                        returning subject
                        """)
                .param("answer", answer)
                .param("device", device)
                .param("tenant", tenant.value())
                .param("id", request)
                .param("account", account.value())
                .param("now", now())
                .query(UUID.class)
                .optional();
    }

    /** Uses what was approved: of two hands, one. */
    boolean spend(TenantId tenant, ApprovalAction action, UUID subject) {
        return jdbc.sql("""
                        update approval_request set state = 'over'
                         where tenant_id = :tenant and subject = :subject and action = :action
                           and state = 'approved' and expires_at > :now
                        """)
                        .param("tenant", tenant.value())
                        .param("subject", subject)
                        .param("action", action.word())
                        .param("now", now())
                        .update()
                == 1;
    }

    /** Nothing that was asked before is answered after: the account's password is another one, or its access less. */
    void end(TenantId tenant, AccountId account) {
        jdbc.sql("delete from approval_request where tenant_id = :tenant and account_id = :account")
                .param("tenant", tenant.value())
                .param("account", account.value())
                .update();
    }

    int forgetOld() {
        return jdbc.sql(Purge.batch("delete from approval_request where expires_at <= :long_ago"))
                .param("long_ago", now().minus(KEPT))
                .update();
    }

    private static ApprovalRequest request(ResultSet row, int index) throws SQLException {
        return new ApprovalRequest(
                row.getObject("id", UUID.class),
                ApprovalAction.named(row.getString("action")),
                new SessionOrigin(
                        new ClientAddress(row.getString("from_address")), UserBrowser.read(row.getString("browser"))),
                row.getBoolean("known"),
                moment(row, "asked_at"),
                moment(row, "expires_at"));
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
