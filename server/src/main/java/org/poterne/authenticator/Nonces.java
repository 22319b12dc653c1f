package org.poterne.authenticator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.poterne.task.Purge;
import org.poterne.tenant.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The calls that were heard. */
@Component
final class Nonces {

    /** What one node has purged, a node whose clock is behind must not take for fresh. */
    private static final Duration CLOCKS_APART = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final Clock clock;

    Nonces(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Asked once the signature stands, so that nobody spends another's. Of many hands with one call, one is heard. */
    boolean spend(TenantId tenant, DeviceKey signer, CallHeaders headers) {
        return jdbc.sql("""
                        insert into authenticator_nonce (tenant_id, signer, nonce, expires_at)
                        values (:tenant, :signer, :nonce, :expires)
                            on conflict (tenant_id, signer, nonce) do nothing
                        """)
                        .param("tenant", tenant.value())
                        .param("signer", signer.fingerprint())
                        .param("nonce", headers.nonce())
                        .param("expires", utc(Instant.ofEpochMilli(headers.at()).plus(CallHeaders.FRESH)))
                        .update()
                == 1;
    }

    int forgetStale() {
        return jdbc.sql(Purge.batch("delete from authenticator_nonce where expires_at < :then"))
                .param("then", utc(clock.instant().minus(CLOCKS_APART)))
                .update();
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
