package org.poterne.throttle;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.poterne.key.InstallationKey;
import org.poterne.tenant.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Spends budgets. One statement counts and decides, so that neither parallel requests nor several nodes overdraw; what is
 * counted is kept under a keyed digest, so that the table names nobody.
 */
@Component
public final class Throttle {

    private static final Duration LONGEST_WINDOW = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final InstallationKey key;
    private final Clock clock;

    Throttle(JdbcClient jdbc, InstallationKey key, Clock clock) {
        this.jdbc = jdbc;
        this.key = key;
        this.clock = clock;
    }

    /** Takes one place of the budget for {@code subject}: an address, a canonical identifier, an account. */
    public Spending spend(TenantId tenant, Budget budget, String subject) {
        var now = clock.instant();
        var granted = jdbc.sql("""
                        insert into budget as kept (tenant_id, subject, spent, last_spent_at)
                        values (:tenant, :subject, array[:now::timestamptz], :now)
                            on conflict (tenant_id, subject) do update
                           set spent = array(select at from unnest(kept.spent) as at where at > :since order by at)
                                       || :now::timestamptz,
                               last_spent_at = :now
                         where (select count(*) from unnest(kept.spent) as at where at > :since) < :amount
                        returning true
                        """)
                .param("tenant", tenant.value())
                .param("subject", subject(tenant, budget, subject))
                .param("now", utc(now))
                .param("since", utc(now.minus(budget.window())))
                .param("amount", budget.amount())
                .query(Boolean.class)
                .optional();
        return granted.isPresent()
                ? new Spending.Granted()
                : new Spending.Exhausted(untilNext(tenant, budget, subject, now));
    }

    /** Gives back the place taken last: what was counted beforehand proved innocent. */
    public void giveBack(TenantId tenant, Budget budget, String subject) {
        jdbc.sql("""
                        update budget set spent = trim_array(spent, 1)
                         where tenant_id = :tenant and subject = :subject and cardinality(spent) > 0
                        """)
                .param("tenant", tenant.value())
                .param("subject", subject(tenant, budget, subject))
                .update();
    }

    void forgetOld() {
        jdbc.sql("delete from budget where last_spent_at < :long_ago")
                .param("long_ago", utc(clock.instant().minus(LONGEST_WINDOW)))
                .update();
    }

    private Duration untilNext(TenantId tenant, Budget budget, String subject, Instant now) {
        return jdbc.sql("""
                        select min(at) from budget, unnest(spent) as at
                         where tenant_id = :tenant and subject = :subject and at > :since
                        """)
                .param("tenant", tenant.value())
                .param("subject", subject(tenant, budget, subject))
                .param("since", utc(now.minus(budget.window())))
                .query(OffsetDateTime.class)
                .optional()
                .map(oldest -> Duration.between(now, oldest.toInstant().plus(budget.window())))
                .orElse(Duration.ZERO);
    }

    private byte[] subject(TenantId tenant, Budget budget, String subject) {
        return key.mac("throttle", tenant.value(), budget.name(), subject);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
