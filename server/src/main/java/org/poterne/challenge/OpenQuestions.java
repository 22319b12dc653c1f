package org.poterne.challenge;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.poterne.key.InstallationKey;
import org.poterne.task.Purge;
import org.poterne.tenant.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/**
 * The questions that wait for an answer, each bound to its tenant, browser and action. What is drawn must be known again, so
 * it is kept, sealed; five at most for one browser, which the table itself holds.
 */
@Component
final class OpenQuestions {

    static final Duration LIFE = Duration.ofMinutes(5); // CA-4

    /** Players ask for a sound in pieces, and people reload; nobody needs more. */
    static final int SHOWINGS = 60;

    private static final String SEAL = "challenge question";

    private final JdbcClient jdbc;
    private final InstallationKey key;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    OpenQuestions(JdbcClient jdbc, InstallationKey key, Clock clock) {
        this.jdbc = jdbc;
        this.key = key;
        this.clock = clock;
    }

    /** What is drawn and said of one. */
    record Shown(Solution solution, Locale language) {}

    /** A fresh one, in a free slot of the browser or else in that of its oldest. */
    UUID put(TenantId tenant, byte[] browser, String action, Locale language) {
        var id = UUID.randomUUID();
        fresh(tenant, id, """
                insert into challenge_question (tenant_id, browser, slot, id, action, language, solution, expires_at)
                select :tenant, :browser, slots.slot, :id, :action, :language, :solution, :expires
                  from generate_series(0, 4) as slots (slot)
                  left join challenge_question as taken
                    on taken.tenant_id = :tenant and taken.browser = :browser and taken.slot = slots.slot
                 order by taken.expires_at nulls first, random()
                 limit 1
                    on conflict (tenant_id, browser, slot) do update
                   set id = excluded.id,
                       action = excluded.action,
                       language = excluded.language,
                       solution = excluded.solution,
                       shown = 0,
                       expires_at = excluded.expires_at
                """)
                .param("browser", browser)
                .param("action", action)
                .param("language", language.toLanguageTag())
                .update();
        return id;
    }

    /** Another in its place, be it too old by now. */
    Optional<UUID> renew(TenantId tenant, byte[] browser, UUID old) {
        return fresh(tenant, UUID.randomUUID(), """
                update challenge_question
                   set id = :id, solution = :solution, shown = 0, expires_at = :expires
                 where tenant_id = :tenant and id = :old and browser = :browser
                returning id
                """)
                .param("browser", browser)
                .param("old", old)
                .query(UUID.class)
                .optional();
    }

    boolean isOpen(TenantId tenant, byte[] browser, String action, UUID id) {
        return jdbc.sql("""
                        select exists (select from challenge_question
                         where tenant_id = :tenant and id = :id and browser = :browser and action = :action
                           and expires_at > :now)
                        """)
                .param("tenant", tenant.value())
                .param("id", id)
                .param("browser", browser)
                .param("action", action)
                .param("now", now())
                .query(Boolean.class)
                .single();
    }

    /** Of many hands with one answer, right or wrong, one is heard. */
    Optional<Solution> take(TenantId tenant, byte[] browser, String action, UUID id) {
        return jdbc.sql("""
                        delete from challenge_question
                         where tenant_id = :tenant and id = :id and browser = :browser and action = :action
                           and expires_at > :now
                        returning solution
                        """)
                .param("tenant", tenant.value())
                .param("id", id)
                .param("browser", browser)
                .param("action", action)
                .param("now", now())
                .query(byte[].class)
                .optional()
                .flatMap(box -> opened(tenant, id, box));
    }

    /** What this browser sees or hears, so often and no more: drawing costs more than asking (CA-5). */
    Optional<Shown> show(TenantId tenant, byte[] browser, UUID id) {
        return jdbc.sql("""
                        update challenge_question set shown = shown + 1
                         where tenant_id = :tenant and id = :id and browser = :browser
                           and expires_at > :now and shown < :most
                        returning solution, language
                        """)
                .param("tenant", tenant.value())
                .param("id", id)
                .param("browser", browser)
                .param("now", now())
                .param("most", SHOWINGS)
                .query((row, _) -> shown(tenant, id, row))
                .optional()
                .flatMap(shown -> shown);
    }

    int forgetExpired() {
        return jdbc.sql(Purge.batch("delete from challenge_question where expires_at <= :now"))
                .param("now", now())
                .update();
    }

    private StatementSpec fresh(TenantId tenant, UUID id, String sql) {
        var solution = Solution.fresh(random).written();
        return jdbc.sql(sql)
                .param("tenant", tenant.value())
                .param("id", id)
                .param("solution", key.seal(SEAL, context(tenant, id), solution))
                .param("expires", now().plus(LIFE));
    }

    private Optional<Shown> shown(TenantId tenant, UUID id, ResultSet row) throws SQLException {
        var language = Locale.forLanguageTag(row.getString("language"));
        return opened(tenant, id, row.getBytes("solution")).map(solution -> new Shown(solution, language));
    }

    private Optional<Solution> opened(TenantId tenant, UUID id, byte[] box) {
        return key.open(SEAL, context(tenant, id), box).map(Solution::read);
    }

    private static String context(TenantId tenant, UUID id) {
        return tenant + " " + id;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
