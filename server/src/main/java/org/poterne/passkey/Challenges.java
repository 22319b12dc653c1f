package org.poterne.passkey;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.poterne.key.InstallationKey;
import org.poterne.task.Purge;
import org.poterne.tenant.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.stereotype.Component;

/**
 * What authenticators sign: 32 random bytes, for one purpose of one browser, five minutes, once. Until it is answered it is
 * kept by the page alone, sealed, so that a door that everybody passes costs no row.
 */
@Component
class Challenges {

    static final Duration LIFE = Duration.ofMinutes(5);

    private static final String SEAL = "passkey challenge";

    private final InstallationKey key;
    private final JdbcClient jdbc;
    private final Clock clock;

    Challenges(InstallationKey key, JdbcClient jdbc, Clock clock) {
        this.key = key;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return for the page, which sends it back with the answer */
    String seal(TenantId tenant, PasskeyBond bond, Bytes challenge) {
        var text = clock.instant().plus(LIFE).getEpochSecond() + " " + challenge.toBase64UrlString();
        return key.sealText(SEAL, context(tenant, bond), text);
    }

    /**
     * Spends it before anything that was signed is looked at: of many answers to one challenge, one is.
     *
     * @return nothing when it is not ours, not this bond's, too old or answered before
     */
    Optional<Bytes> spend(TenantId tenant, PasskeyBond bond, String sealed) {
        return unsealed(tenant, bond, sealed)
                .filter(challenge -> challenge.expires().isAfter(clock.instant()))
                .filter(challenge -> isFirst(tenant, challenge))
                .map(Challenge::bytes);
    }

    private record Challenge(Instant expires, Bytes bytes) {}

    private Optional<Challenge> unsealed(TenantId tenant, PasskeyBond bond, String sealed) {
        return key.openText(SEAL, context(tenant, bond), sealed)
                .map(text -> text.split(" ", 2))
                .map(parts ->
                        new Challenge(Instant.ofEpochSecond(Long.parseLong(parts[0])), Bytes.fromBase64(parts[1])));
    }

    private boolean isFirst(TenantId tenant, Challenge challenge) {
        return jdbc.sql("""
                        insert into passkey_challenge_spent (tenant_id, digest, expires_at)
                        values (:tenant, :digest, :expires)
                            on conflict do nothing
                        """)
                        .param("tenant", tenant.value())
                        .param("digest", digest(challenge.bytes()))
                        .param("expires", challenge.expires().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    int forgetExpired() {
        return jdbc.sql(Purge.batch("delete from passkey_challenge_spent where expires_at <= :now"))
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
    }

    private static String context(TenantId tenant, PasskeyBond bond) {
        return tenant.value() + "\n" + bond.purpose() + "\n" + bond.whose();
    }

    private static byte[] digest(Bytes challenge) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(challenge.getBytes());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
