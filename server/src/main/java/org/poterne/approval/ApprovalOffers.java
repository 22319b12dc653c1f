package org.poterne.approval;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.poterne.account.AccountId;
import org.poterne.device.KnownDevices;
import org.poterne.tenant.TenantId;
import org.poterne.tenant.Tenants;
import org.poterne.throttle.Spending.Granted;
import org.poterne.throttle.Throttle;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whether a request is shown to its account's devices. Whoever starts many wears their holder out until one is approved (ASVS
 * 5.0 6.6.4): few are shown, then none, and the holder is written to. Browsers that the account knows have a count of their
 * own, so that a stranger cannot use up the owner's.
 */
@Component
class ApprovalOffers {

    private static final int UNANSWERED = 10;
    private static final Duration PAUSE = Duration.ofHours(1);
    private static final Duration BETWEEN_LETTERS = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final KnownDevices devices;
    private final Throttle throttle;
    private final Tenants tenants;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ApprovalOffers(
            JdbcClient jdbc,
            KnownDevices devices,
            Throttle throttle,
            Tenants tenants,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.devices = devices;
        this.throttle = throttle;
        this.tenants = tenants;
        this.events = events;
        this.clock = clock;
    }

    private record Holder(int unanswered, Optional<Instant> pausedUntil) {}

    /** @return until when its devices may answer; nothing when it is shown to none */
    @Transactional
    public Optional<Instant> offer(TenantId tenant, UUID request, AccountId account, Asker asker) {
        var now = clock.instant();
        var holder = hold(tenant, account);
        if (holder.pausedUntil().filter(now::isBefore).isPresent()) {
            return Optional.empty();
        }
        var isKnown =
                asker.device().filter(id -> devices.knows(tenant, account, id)).isPresent();
        end(tenant, account, now);
        if (isOccupied(tenant, account, isKnown)) {
            return Optional.empty();
        }
        if (holder.unanswered() >= UNANSWERED || !isWithinBudget(tenant, account, isKnown)) {
            silence(tenant, account, now);
            return Optional.empty();
        }
        return show(tenant, request, account, asker, isKnown, now);
    }

    /** One hand at a time decides about an account. */
    private Holder hold(TenantId tenant, AccountId account) {
        jdbc.sql("""
                        insert into approval_holder (tenant_id, account_id) values (:tenant, :account)
                            on conflict do nothing
                        """)
                .param("tenant", tenant.value())
                .param("account", account.value())
                .update();
        return jdbc.sql("""
                        select unanswered, paused_until from approval_holder
                         where tenant_id = :tenant and account_id = :account
                           for update
                        """)
                .param("tenant", tenant.value())
                .param("account", account.value())
                .query((row, _) -> new Holder(
                        row.getInt("unanswered"),
                        Optional.ofNullable(row.getObject("paused_until", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)))
                .single();
    }

    /** Those whose time is up make room. */
    private void end(TenantId tenant, AccountId account, Instant now) {
        jdbc.sql("""
                        update approval_request set state = 'over'
                         where tenant_id = :tenant and account_id = :account and state = 'pending' and expires_at <= :now
                        """)
                .param("tenant", tenant.value())
                .param("account", account.value())
                .param("now", utc(now))
                .update();
    }

    private boolean isOccupied(TenantId tenant, AccountId account, boolean isKnown) {
        return jdbc.sql("""
                        select true from approval_request
                         where tenant_id = :tenant and account_id = :account and known = :known and state = 'pending'
                        """)
                .param("tenant", tenant.value())
                .param("account", account.value())
                .param("known", isKnown)
                .query(Boolean.class)
                .optional()
                .isPresent();
    }

    private boolean isWithinBudget(TenantId tenant, AccountId account, boolean isKnown) {
        var budget = tenants.policy(tenant, ApprovalPolicy.class).budget();
        var subject = (isKnown ? "known " : "strangers ") + account;
        return throttle.spend(tenant, budget, subject) instanceof Granted;
    }

    private Optional<Instant> show(
            TenantId tenant, UUID request, AccountId account, Asker asker, boolean isKnown, Instant now) {
        var until = jdbc.sql("""
                        update approval_request set account_id = :account, known = :known
                         where tenant_id = :tenant and id = :id and account_id is null
                           and state = 'pending' and expires_at > :now
                        returning expires_at
                        """)
                .param("account", account.value())
                .param("known", isKnown)
                .param("tenant", tenant.value())
                .param("id", request)
                .param("now", utc(now))
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
        until.ifPresent(_ -> {
            count(tenant, account);
            Signals.send(jdbc, account.toString());
            events.publishEvent(new ApprovalShown(
                    tenant,
                    account,
                    action(tenant, request),
                    asker.origin().address().value()));
        });
        return until;
    }

    private ApprovalAction action(TenantId tenant, UUID request) {
        return ApprovalAction.named(
                jdbc.sql("select action from approval_request where tenant_id = :tenant and id = :id")
                        .param("tenant", tenant.value())
                        .param("id", request)
                        .query(String.class)
                        .single());
    }

    private void count(TenantId tenant, AccountId account) {
        jdbc.sql("""
                        update approval_holder set unanswered = unanswered + 1
                         where tenant_id = :tenant and account_id = :account
                        """)
                .param("tenant", tenant.value())
                .param("account", account.value())
                .update();
    }

    private void silence(TenantId tenant, AccountId account, Instant now) {
        var told = jdbc.sql("""
                        update approval_holder set told_at = :now
                         where tenant_id = :tenant and account_id = :account
                           and (told_at is null or told_at < :long_ago)
                        """)
                .param("now", utc(now))
                .param("tenant", tenant.value())
                .param("account", account.value())
                .param("long_ago", utc(now.minus(BETWEEN_LETTERS)))
                .update();
        if (told == 1) {
            events.publishEvent(new ApprovalsSilenced(tenant, account, now));
        }
    }

    /** An approval: all that may be asked may be asked again. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void approved(TenantId tenant, AccountId account) {
        jdbc.sql("""
                        update approval_holder set unanswered = 0
                         where tenant_id = :tenant and account_id = :account
                        """)
                .param("tenant", tenant.value())
                .param("account", account.value())
                .update();
    }

    /** "It was not me": nothing is shown for a while, whoever asks. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void denied(TenantId tenant, AccountId account) {
        jdbc.sql("""
                        update approval_holder set paused_until = :until
                         where tenant_id = :tenant and account_id = :account
                        """)
                .param("until", utc(clock.instant().plus(PAUSE)))
                .param("tenant", tenant.value())
                .param("account", account.value())
                .update();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
