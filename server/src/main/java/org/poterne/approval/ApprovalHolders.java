package org.poterne.approval;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.poterne.account.AccountId;
import org.poterne.tenant.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** How much has been asked of whom: a row for each account, and the lock behind which it is decided. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ApprovalHolders {

    private static final Duration PAUSE = Duration.ofHours(1);
    private static final Duration BETWEEN_LETTERS = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final Clock clock;

    ApprovalHolders(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param unanswered requests shown since the last one approved */
    record Holder(int unanswered, boolean isPaused) {}

    /** One hand at a time decides about an account, until its transaction ends. */
    public Holder hold(TenantId tenant, AccountId account) {
        return jdbc.sql("""
                        insert into approval_holder (tenant_id, account_id) values (:tenant, :account)
                            on conflict (tenant_id, account_id) do update set unanswered = approval_holder.unanswered
                        returning unanswered, coalesce(paused_until > :now, false) as paused
                        """)
                .param("tenant", tenant.value())
                .param("account", account.value())
                .param("now", utc(clock.instant()))
                .query((row, _) -> new Holder(row.getInt("unanswered"), row.getBoolean("paused")))
                .single();
    }

    /** One more is shown. */
    public void shown(TenantId tenant, AccountId account) {
        jdbc.sql("""
                        update approval_holder set unanswered = unanswered + 1
                         where tenant_id = :tenant and account_id = :account
                        """)
                .param("tenant", tenant.value())
                .param("account", account.value())
                .update();
    }

    /** @return when its holder is to be told that requests are not shown: now, unless told within a day */
    public Optional<Instant> silenced(TenantId tenant, AccountId account) {
        var now = clock.instant();
        return jdbc.sql("""
                        update approval_holder set told_at = :now
                         where tenant_id = :tenant and account_id = :account
                           and (told_at is null or told_at < :long_ago)
                        returning true
                        """)
                .param("now", utc(now))
                .param("tenant", tenant.value())
                .param("account", account.value())
                .param("long_ago", utc(now.minus(BETWEEN_LETTERS)))
                .query(Boolean.class)
                .optional()
                .map(_ -> now);
    }

    /** All that may be asked may be asked again. */
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
