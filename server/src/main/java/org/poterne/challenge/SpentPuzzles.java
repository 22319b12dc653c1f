package org.poterne.challenge;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.poterne.task.Purge;
import org.poterne.tenant.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The puzzles that were answered, until their time would be over anyway: one answer opens once, at whichever node. */
@Component
final class SpentPuzzles {

    /** What one node has purged, a node whose clock is behind must not take for fresh. */
    private static final Duration CLOCKS_APART = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final Clock clock;

    SpentPuzzles(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Of many hands with one answer, one is told yes. */
    boolean spend(TenantId tenant, PuzzleAnswer answer) {
        return jdbc.sql("""
                        insert into challenge_spent (tenant_id, digest, expires_at)
                        values (:tenant, :digest, :expires)
                            on conflict (tenant_id, digest) do nothing
                        """)
                        .param("tenant", tenant.value())
                        .param("digest", answer.puzzleDigest())
                        .param("expires", utc(answer.expiresAt()))
                        .update()
                == 1;
    }

    int forgetExpired() {
        return jdbc.sql(Purge.batch("delete from challenge_spent where expires_at < :long_ago"))
                .param("long_ago", utc(clock.instant().minus(CLOCKS_APART)))
                .update();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
