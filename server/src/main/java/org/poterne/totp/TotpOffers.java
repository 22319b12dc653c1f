package org.poterne.totp;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.poterne.account.AccountId;
import org.poterne.session.SignedInPerson;
import org.poterne.task.Purge;
import org.poterne.tenant.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Seeds that are being set up, one an account. They are shown in the session that asked for one, so that the page can be loaded
 * again, and nowhere else: a seed that is bound is never seen again.
 */
@Component
class TotpOffers {

    /** Time to install an application first. */
    private static final Duration LIFE = Duration.ofMinutes(30);

    private final JdbcClient jdbc;
    private final SealedSeeds seeds;
    private final Clock clock;

    TotpOffers(JdbcClient jdbc, SealedSeeds seeds, Clock clock) {
        this.jdbc = jdbc;
        this.seeds = seeds;
        this.clock = clock;
    }

    /** The one before it is over. */
    void begin(TenantId tenant, SignedInPerson person) {
        jdbc.sql("""
                        insert into totp_offer (tenant_id, account_id, session_id, seed, expires_at)
                        values (:tenant, :account, :session, :seed, :expires)
                            on conflict (tenant_id, account_id) do update
                           set session_id = excluded.session_id, seed = excluded.seed, expires_at = excluded.expires_at
                        """)
                .param("tenant", tenant.value())
                .param("account", person.account().value())
                .param("session", person.session().value())
                .param("seed", seeds.seal(tenant, person.account(), Seed.fresh()))
                .param("expires", now().plus(LIFE))
                .update();
    }

    Optional<Seed> of(TenantId tenant, SignedInPerson person) {
        return jdbc.sql("""
                        select seed from totp_offer
                         where tenant_id = :tenant and account_id = :account and session_id = :session
                           and expires_at > :now
                        """)
                .param("tenant", tenant.value())
                .param("account", person.account().value())
                .param("session", person.session().value())
                .param("now", now())
                .query((row, _) -> seeds.open(tenant, person.account(), row.getBytes("seed")))
                .optional();
    }

    void end(TenantId tenant, AccountId account) {
        jdbc.sql("delete from totp_offer where tenant_id = :tenant and account_id = :account")
                .param("tenant", tenant.value())
                .param("account", account.value())
                .update();
    }

    int forgetExpired() {
        return jdbc.sql(Purge.batch("delete from totp_offer where expires_at <= :now"))
                .param("now", now())
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
