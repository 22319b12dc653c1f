package org.poterne.lockout;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.poterne.account.AccountId;
import org.poterne.task.Purge;
import org.poterne.tenant.TenantId;
import org.poterne.throttle.Patience;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The counters, one row a lane. Every question and every count is one statement, so that neither parallel guesses nor
 * several nodes evaluate more than the limit (Devise CVE-2019-5421; Keycloak CVE-2026-9798).
 */
@Component
final class Counters {

    private static final Duration LONGEST_HOLD = Duration.ofSeconds(30); // a place whose holder died is free again
    private static final Duration RECENT = Duration.ofHours(1);
    private static final Duration NOBODIES_KEPT = Duration.ofDays(90);
    private static final Duration LATELY = Duration.ofDays(7); // several rounds of the purge
    private static final int MOST_NOBODIES = 100_000; // of one tenant: some 20 MB
    private static final Instant NEVER_BY_TIME = Instant.parse("9999-01-01T00:00:00Z");

    private final JdbcClient jdbc;
    private final Clock clock;

    Counters(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What became of the hand that reached for a place. */
    enum Place {
        HELD,
        /** Others hold the last places and may give them back: worth a short wait (Keycloak #48272). */
        OCCUPIED,
        SHUT
    }

    /**
     * What a wrong guess did.
     *
     * @param failures counted so far; 0 when it has locked the lane
     * @param repeated one of the last wrong passwords: it was no new guess (LO-7)
     */
    record Count(int failures, boolean repeated, boolean locked) {}

    /** Holds a place for a guess that is about to be evaluated: wrong ones and held ones together never exceed the limit. */
    Place hold(TenantId tenant, Lane lane) {
        return isHeld(tenant, lane) ? Place.HELD : isShut(tenant, lane) ? Place.SHUT : Place.OCCUPIED;
    }

    /** A place in both, or in neither. For one that others may give back it waits a moment. */
    Place holdBoth(TenantId tenant, Lane attempts, Lane cap) {
        var place = await(tenant, attempts);
        if (place != Place.HELD) {
            return place;
        }
        var total = await(tenant, cap);
        if (total != Place.HELD) {
            release(tenant, attempts);
        }
        return total;
    }

    private Place await(TenantId tenant, Lane lane) {
        return Patience.await(() -> Optional.of(hold(tenant, lane)).filter(place -> place != Place.OCCUPIED))
                .orElse(Place.OCCUPIED);
    }

    private boolean isHeld(TenantId tenant, Lane lane) {
        var now = clock.instant();
        return jdbc.sql("""
                        insert into lockout as kept (tenant_id, subject, account_id, held, changed_at)
                        values (:tenant, :subject, :account::uuid, array[:now::timestamptz], :now)
                            on conflict (tenant_id, subject) do update
                           set held = array(select at from unnest(kept.held) as at where at > :dead) || :now::timestamptz,
                               changed_at = :now
                         where (kept.locked_until is null or kept.locked_until <= :now)
                           and kept.failures
                             + (select count(*) from unnest(kept.held) as at where at > :dead) < :limit
                        returning true
                        """)
                .param("tenant", tenant.value())
                .param("subject", lane.subject())
                .param("account", account(lane))
                .param("now", utc(now))
                .param("dead", utc(now.minus(LONGEST_HOLD)))
                .param("limit", lane.limit())
                .query(Boolean.class)
                .optional()
                .isPresent();
    }

    boolean isShut(TenantId tenant, Lane lane) {
        return jdbc.sql("""
                        select true from lockout
                         where tenant_id = :tenant and subject = :subject
                           and (locked_until > :now or failures >= :limit)
                        """)
                .param("tenant", tenant.value())
                .param("subject", lane.subject())
                .param("now", utc(clock.instant()))
                .param("limit", lane.limit())
                .query(Boolean.class)
                .optional()
                .isPresent();
    }

    /** It was no guess: the place is free again. */
    void release(TenantId tenant, Lane lane) {
        jdbc.sql("""
                        update lockout set held = trim_array(held, least(1, cardinality(held)))
                         where tenant_id = :tenant and subject = :subject
                        """)
                .param("tenant", tenant.value())
                .param("subject", lane.subject())
                .update();
    }

    /**
     * It was wrong. At the limit the lane locks, and its count begins anew: whoever comes after the lock has all attempts
     * back.
     *
     * @param password keyed digest of what was typed
     */
    Count wrong(TenantId tenant, Lane lane, byte[] password, LockoutPolicy policy) {
        var now = clock.instant();
        return jdbc.sql("""
                        with guess as (
                          select subject,
                                 exists (select from unnest(recent, recent_at) as seen (digest, at)
                                          where digest = :password::bytea and at > :stale) as repeated,
                                 failures + 1 >= :limit as last
                            from lockout
                           where tenant_id = :tenant and subject = :subject
                             for update
                        )
                        update lockout as kept
                           set held = trim_array(kept.held, least(1, cardinality(kept.held))),
                               failures = case when repeated then kept.failures when last then 0 else kept.failures + 1 end,
                               locks = kept.locks + case when last and not repeated then 1 else 0 end,
                               locked_until = case when not last or repeated then kept.locked_until
                                                   when :by_time then :now + least(:longest * interval '1 second',
                                                        :lock * interval '1 second' * power(2, least(kept.locks, 20)))
                                                   else :never end,
                               recent = case when repeated then kept.recent
                                             else trim_array(:password::bytea || kept.recent,
                                                             greatest(0, cardinality(kept.recent) - 2)) end,
                               recent_at = case when repeated then kept.recent_at
                                                else trim_array(:now::timestamptz || kept.recent_at,
                                                                greatest(0, cardinality(kept.recent_at) - 2)) end,
                               changed_at = :now
                          from guess
                         where kept.tenant_id = :tenant and kept.subject = guess.subject
                        returning kept.failures, repeated, last and not repeated as locked
                        """)
                .param("tenant", tenant.value())
                .param("subject", lane.subject())
                .param("password", password)
                .param("stale", utc(now.minus(RECENT)))
                .param("limit", lane.limit())
                .param("by_time", policy.opensByTime())
                .param("lock", policy.lock().toSeconds())
                .param("longest", policy.longestLock().toSeconds())
                .param("never", utc(NEVER_BY_TIME))
                .param("now", utc(now))
                .query((row, _) ->
                        new Count(row.getInt("failures"), row.getBoolean("repeated"), row.getBoolean("locked")))
                .optional()
                .orElseGet(
                        () -> new Count(0, true, false)); // a reset came between: the guess was at a password of before
    }

    /** A row to count in, for a lane where nothing is held. */
    void enter(TenantId tenant, Lane lane) {
        jdbc.sql("""
                        insert into lockout (tenant_id, subject, account_id, changed_at)
                        values (:tenant, :subject, :account::uuid, :now)
                            on conflict (tenant_id, subject) do nothing
                        """)
                .param("tenant", tenant.value())
                .param("subject", lane.subject())
                .param("account", account(lane))
                .param("now", utc(clock.instant()))
                .update();
    }

    private static @Nullable String account(Lane lane) {
        return lane.account().map(AccountId::value).map(UUID::toString).orElse(null);
    }

    /** One more in a row. */
    int add(TenantId tenant, Lane lane) {
        return jdbc.sql("""
                        update lockout
                           set held = trim_array(held, least(1, cardinality(held))),
                               failures = failures + 1,
                               changed_at = :now
                         where tenant_id = :tenant and subject = :subject
                        returning failures
                        """)
                .param("tenant", tenant.value())
                .param("subject", lane.subject())
                .param("now", utc(clock.instant()))
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    /** A success: nothing is held against it any more. */
    void clear(TenantId tenant, Lane lane) {
        jdbc.sql("""
                        update lockout
                           set held = trim_array(held, least(1, cardinality(held))),
                               failures = 0, locks = 0, locked_until = null, recent = '{}', recent_at = '{}',
                               changed_at = :now
                         where tenant_id = :tenant and subject = :subject
                        """)
                .param("tenant", tenant.value())
                .param("subject", lane.subject())
                .param("now", utc(clock.instant()))
                .update();
    }

    /** Opens every lane to the account but not the cap: only a success or a new password ends that count (LO-2). */
    void open(TenantId tenant, AccountId account, Lane cap) {
        jdbc.sql("""
                        update lockout
                           set failures = 0, locked_until = null, recent = '{}', recent_at = '{}', changed_at = :now
                         where tenant_id = :tenant and account_id = :account and subject <> :cap
                           and subject not like 'factor:%'
                        """)
                .param("now", utc(clock.instant()))
                .param("tenant", tenant.value())
                .param("account", account.value())
                .param("cap", cap.subject())
                .update();
    }

    boolean isLocked(TenantId tenant, AccountId account) {
        return jdbc.sql("""
                        select count(*) from lockout
                         where tenant_id = :tenant and account_id = :account and locked_until > :now
                           and subject not like 'factor:%'
                        """)
                        .param("tenant", tenant.value())
                        .param("account", account.value())
                        .param("now", utc(clock.instant()))
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** With a new password everything begins anew, for strangers and devices alike; not what guards the factor beside it. */
    void forget(TenantId tenant, AccountId account) {
        jdbc.sql("""
                        delete from lockout
                         where tenant_id = :tenant and account_id = :account and subject not like 'factor:%'
                        """)
                .param("tenant", tenant.value())
                .param("account", account.value())
                .update();
    }

    /** Identifiers that are nobody's are kept for a while, and never without end: the oldest go first (EN-7). */
    int forgetNobodies() {
        return forgetOldNobodies() + forgetSurplusOfNobodies() + forgetDeleted();
    }

    /** An account takes its counters along; a guess under way at that moment leaves one behind. */
    private int forgetDeleted() {
        return jdbc.sql(
                        Purge.batch(
                                "delete from lockout where account_id is not null and changed_at > :lately and not exists (select from account where account.tenant_id = lockout.tenant_id and account.id = lockout.account_id)"))
                .param("lately", utc(clock.instant().minus(LATELY)))
                .update();
    }

    private int forgetOldNobodies() {
        return jdbc.sql(Purge.batch("delete from lockout where account_id is null and changed_at < :since"))
                .param("since", utc(clock.instant().minus(NOBODIES_KEPT)))
                .update();
    }

    private int forgetSurplusOfNobodies() {
        return jdbc.sql("""
                        delete from lockout
                         where account_id is null
                           and (tenant_id, subject) in (
                               select tenant_id, subject
                                 from (select tenant_id, subject,
                                              row_number() over (partition by tenant_id order by changed_at desc) as place
                                         from lockout where account_id is null) as nobodies
                                where place > :most
                                limit 10000)
                        """).param("most", MOST_NOBODIES).update();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
