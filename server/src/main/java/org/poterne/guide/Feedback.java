package org.poterne.guide;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.poterne.task.Purge;
import org.poterne.tenant.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What readers thought of the help pages: no account, no address, and forgotten after a year and a month. */
@Component
public class Feedback {

    static final int LONGEST_COMMENT = 1_000; // characters

    private static final Duration KEPT = Duration.ofDays(400);
    private static final int AT_ONCE = 500;

    private final JdbcClient jdbc;
    private final Clock clock;

    Feedback(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void keep(TenantId tenant, String page, Locale language, AnswerForm form) {
        jdbc.sql("""
                        insert into guide_feedback (tenant_id, page, language, useful, comment, at)
                        values (:tenant, :page, :language, :useful, :comment, :now)
                        """)
                .param("tenant", tenant.value())
                .param("page", page)
                .param("language", language.toLanguageTag())
                .param("useful", form.verdict().orElseThrow())
                .param("comment", form.comment())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** By page and language. */
    public List<FeedbackCount> counts(TenantId tenant) {
        return jdbc.sql("""
                        select page, language,
                               count(*) filter (where useful) as useful,
                               count(*) filter (where not useful) as not_useful,
                               max(at) filter (where comment <> '') as last_comment
                          from guide_feedback
                         where tenant_id = :tenant
                         group by page, language
                         order by page, language
                        """)
                .param("tenant", tenant.value())
                .query(Feedback::count)
                .list();
    }

    /**
     * Some more, in the order in which they came.
     *
     * @param after the number of the last one known, 0 at first
     */
    public List<FeedbackAnswer> answers(TenantId tenant, long after) {
        return jdbc.sql("""
                        select number, page, language, useful, comment, at
                          from guide_feedback
                         where tenant_id = :tenant and number > :after
                         order by number
                         limit :some
                        """)
                .param("tenant", tenant.value())
                .param("after", after)
                .param("some", AT_ONCE)
                .query(Feedback::answer)
                .list();
    }

    int forgetOld() {
        return jdbc.sql(Purge.batch("delete from guide_feedback where at < :long_ago"))
                .param("long_ago", clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC))
                .update();
    }

    private static FeedbackCount count(ResultSet row, int number) throws SQLException {
        return new FeedbackCount(
                row.getString("page"),
                row.getString("language"),
                row.getInt("useful"),
                row.getInt("not_useful"),
                Optional.ofNullable(row.getObject("last_comment", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }

    private static FeedbackAnswer answer(ResultSet row, int number) throws SQLException {
        return new FeedbackAnswer(
                row.getLong("number"),
                row.getString("page"),
                row.getString("language"),
                row.getBoolean("useful"),
                row.getString("comment"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
