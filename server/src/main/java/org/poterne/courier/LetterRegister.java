package org.poterne.courier;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.poterne.task.Purge;
import org.poterne.tenant.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every letter owed and what became of it. */
@Component
final class LetterRegister {

    private static final Duration KEPT = Duration.ofDays(30);

    private final JdbcClient jdbc;
    private final Clock clock;

    LetterRegister(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void enter(UUID id, LetterOrder order) {
        jdbc.sql("""
                        insert into letter (id, tenant_id, kind, concerns, language, state, queued_at, stale_at)
                        values (:id, :tenant, :kind, :concerns, :language, 'waiting', :queued, :stale)
                        """)
                .param("id", id)
                .param("tenant", order.tenant().value())
                .param("kind", order.kind())
                .param("concerns", order.concerns())
                .param("language", order.language().toLanguageTag())
                .param("queued", order.queuedAt().atOffset(ZoneOffset.UTC))
                .param("stale", order.staleAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<LetterOrder> waiting(UUID id) {
        return jdbc.sql("""
                        select tenant_id, kind, concerns, language, queued_at, stale_at
                          from letter
                         where id = :id and state = 'waiting'
                        """)
                .param("id", id)
                .query((row, _) -> new LetterOrder(
                        new TenantId(row.getString("tenant_id")),
                        row.getString("kind"),
                        row.getObject("concerns", UUID.class),
                        Locale.forLanguageTag(row.getString("language")),
                        row.getObject("queued_at", OffsetDateTime.class).toInstant(),
                        row.getObject("stale_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    /** @param trouble the mail server's last words; empty when all went well */
    void close(UUID id, LetterState state, String trouble) {
        jdbc.sql("""
                        update letter set state = :state, trouble = :trouble, tries = tries + 1, closed_at = :now
                         where id = :id
                        """)
                .param("id", id)
                .param("state", state.column())
                .param("trouble", trouble)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** @return how many times it has been tried */
    int noteTrouble(UUID id, String trouble) {
        return jdbc.sql("update letter set trouble = :trouble, tries = tries + 1 where id = :id returning tries")
                .param("id", id)
                .param("trouble", trouble)
                .query(Integer.class)
                .optional()
                .orElse(1);
    }

    /** Letters that wait, and those of them that met trouble. */
    Map<String, Long> standing() {
        var counts = new TreeMap<String, Long>();
        jdbc.sql("""
                        select count(*) as waiting, count(*) filter (where tries > 0) as troubled
                          from letter where state = 'waiting'
                        """).query(row -> {
            counts.put("waiting", row.getLong("waiting"));
            counts.put("troubled", row.getLong("troubled"));
        });
        return counts;
    }

    int forgetOld() {
        return jdbc.sql(Purge.batch("delete from letter where closed_at < :then"))
                .param("then", clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC))
                .update();
    }
}
