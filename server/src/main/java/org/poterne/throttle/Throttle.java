package org.poterne.throttle;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.poterne.key.InstallationKey;
import org.poterne.task.Purge;
import org.poterne.tenant.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Spends budgets. One statement counts and decides, so that neither parallel requests nor several nodes overdraw; what is
 * counted is kept under a keyed digest, so that the table names nobody.
 */
@Component
public final class Throttle {

    private static final Duration LONGEST_HOLD = Duration.ofSeconds(30);

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

    /** Whether no place is left. Asking takes none, so it decides nothing that parallel requests must not overdraw. */
    public boolean isSpent(TenantId tenant, Budget budget, String subject) {
        return spentOf(tenant, budget, subject, clock.instant()) >= budget.amount();
    }

    /**
     * Holds a place for a guess that is about to be evaluated: places spent and places held together never exceed the
     * budget, so that no more guesses are evaluated than it allows. A place whose holder died is free after
     * {@code LONGEST_HOLD}.
     */
    public Holding hold(TenantId tenant, Budget budget, String subject) {
        var now = clock.instant();
        var granted = jdbc.sql("""
                        insert into budget as kept (tenant_id, subject, spent, held, last_spent_at)
                        values (:tenant, :subject, '{}', array[:now::timestamptz], :now)
                            on conflict (tenant_id, subject) do update
                           set spent = array(select at from unnest(kept.spent) as at where at > :since order by at),
                               held = array(select at from unnest(kept.held) as at where at > :dead order by at)
                                      || :now::timestamptz,
                               last_spent_at = :now
                         where (select count(*) from unnest(kept.spent) as at where at > :since)
                             + (select count(*) from unnest(kept.held) as at where at > :dead) < :amount
                        returning true
                        """)
                .param("tenant", tenant.value())
                .param("subject", subject(tenant, budget, subject))
                .param("now", utc(now))
                .param("since", utc(now.minus(budget.window())))
                .param("dead", utc(now.minus(LONGEST_HOLD)))
                .param("amount", budget.amount())
                .query(Boolean.class)
                .optional();
        if (granted.isPresent()) {
            return new Holding.Held();
        }
        return spentOf(tenant, budget, subject, now) < budget.amount()
                ? new Holding.Occupied()
                : new Holding.Refused(untilNext(tenant, budget, subject, now));
    }

    /** The guess was wrong: the place held for it is spent. */
    public void spendHeld(TenantId tenant, Budget budget, String subject) {
        jdbc.sql("""
                        update budget
                           set spent = spent || :now::timestamptz,
                               held = trim_array(held, least(1, cardinality(held)))
                         where tenant_id = :tenant and subject = :subject
                        """)
                .param("now", utc(clock.instant()))
                .param("tenant", tenant.value())
                .param("subject", subject(tenant, budget, subject))
                .update();
    }

    /** It was no guess: the place held for it is free again. */
    public void release(TenantId tenant, Budget budget, String subject) {
        jdbc.sql("""
                        update budget set held = trim_array(held, 1)
                         where tenant_id = :tenant and subject = :subject and cardinality(held) > 0
                        """)
                .param("tenant", tenant.value())
                .param("subject", subject(tenant, budget, subject))
                .update();
    }

    /** All places are free: what was counted no longer matters. */
    public void forgive(TenantId tenant, Budget budget, String subject) {
        jdbc.sql("update budget set spent = '{}' where tenant_id = :tenant and subject = :subject")
                .param("tenant", tenant.value())
                .param("subject", subject(tenant, budget, subject))
                .update();
    }

    int forgetOld() {
        return jdbc.sql(Purge.batch("delete from budget where last_spent_at < :long_ago"))
                .param("long_ago", utc(clock.instant().minus(Budget.LONGEST)))
                .update();
    }

    private int spentOf(TenantId tenant, Budget budget, String subject, Instant now) {
        return jdbc.sql("""
                        select count(*) from budget, unnest(spent) as at
                         where tenant_id = :tenant and subject = :subject and at > :since
                        """)
                .param("tenant", tenant.value())
                .param("subject", subject(tenant, budget, subject))
                .param("since", utc(now.minus(budget.window())))
                .query(Integer.class)
                .single();
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
