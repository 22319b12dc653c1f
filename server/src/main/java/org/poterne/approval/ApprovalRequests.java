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
import org.poterne.approval.Waiting.Approved;
import org.poterne.approval.Waiting.NotAsked;
import org.poterne.approval.Waiting.Over;
import org.poterne.approval.Waiting.Pending;
import org.poterne.device.UserBrowser;
import org.poterne.session.SessionOrigin;
import org.poterne.tenant.TenantId;
import org.poterne.tenant.Tenants;
import org.poterne.throttle.ClientAddress;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The requests, in the database: the browser may wait at one node, and the device answer at another. */
@Component
class ApprovalRequests {

    private static final Duration KEPT = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final ApprovalNumber number;
    private final Tenants tenants;
    private final Clock clock;

    ApprovalRequests(JdbcClient jdbc, ApprovalNumber number, Tenants tenants, Clock clock) {
        this.jdbc = jdbc;
        this.number = number;
        this.tenants = tenants;
        this.clock = clock;
    }

    @Transactional
    public UUID begin(TenantId tenant, ApprovalAction action, UUID subject, SessionOrigin from, Duration life) {
        var id = UUID.randomUUID();
        var now = clock.instant();
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
                .param("now", utc(now))
                .param("expires", utc(now.plus(life)))
                .update();
        return id;
    }

    Waiting look(TenantId tenant, ApprovalAction action, UUID subject, Instant now) {
        return jdbc.sql("""
                        select id, state, expires_at from approval_request
                         where tenant_id = :tenant and subject = :subject and action = :action
                         order by asked_at desc, id limit 1
                        """)
                .param("tenant", tenant.value())
                .param("subject", subject)
                .param("action", action.word())
                .query((row, _) -> waiting(tenant, row, now))
                .optional()
                .orElseGet(NotAsked::new);
    }

    private Waiting waiting(TenantId tenant, ResultSet row, Instant now) throws SQLException {
        var until = row.getObject("expires_at", OffsetDateTime.class).toInstant();
        if (!until.isAfter(now)) {
            return new Over();
        }
        return switch (row.getString("state")) {
            case "approved" -> new Approved();
            case "over" -> new Over();
            default ->
                new Pending( // refused ones too
                        number.of(tenant, row.getObject("id", UUID.class), digits(tenant)),
                        until,
                        Duration.between(now, until));
        };
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
                .param("now", utc(clock.instant()))
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
                .param("now", utc(clock.instant()))
                .query(UUID.class)
                .optional();
    }

    boolean spend(TenantId tenant, ApprovalAction action, UUID subject, Instant now) {
        return jdbc.sql("""
                        update approval_request set state = 'over'
                         where tenant_id = :tenant and subject = :subject and action = :action
                           and state = 'approved' and expires_at > :now
                        """)
                        .param("tenant", tenant.value())
                        .param("subject", subject)
                        .param("action", action.word())
                        .param("now", utc(now))
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

    void forgetOld() {
        jdbc.sql("delete from approval_request where expires_at <= :long_ago")
                .param("long_ago", utc(clock.instant().minus(KEPT)))
                .update();
    }

    private int digits(TenantId tenant) {
        return tenants.policy(tenant, ApprovalPolicy.class).digits();
    }

    private static ApprovalRequest request(ResultSet row, int index) throws SQLException {
        return new ApprovalRequest(
                row.getObject("id", UUID.class),
                ApprovalAction.named(row.getString("action")),
                new SessionOrigin(
                        new ClientAddress(row.getString("from_address")), UserBrowser.read(row.getString("browser"))),
                row.getBoolean("known"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant());
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
