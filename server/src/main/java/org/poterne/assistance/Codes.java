package org.poterne.assistance;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.poterne.assistance.AssistanceRequest.Kind;
import org.poterne.assistance.CodeState.Source;
import org.poterne.key.InstallationKey;
import org.poterne.tenant.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The codes by which caller and agent know each other: six digits each, made from the installation's key for one request and
 * one round, kept nowhere (NIST SP 800-63B-4 §4.2.1.2: issued codes of six digits or more, throttled).
 */
@Component
public class Codes {

    private static final BigInteger SIX_DIGITS = BigInteger.valueOf(1_000_000);

    private final JdbcClient jdbc;
    private final InstallationKey key;
    private final Clock clock;

    Codes(JdbcClient jdbc, InstallationKey key, Clock clock) {
        this.jdbc = jdbc;
        this.key = key;
        this.clock = clock;
    }

    /** For the page of whoever asked, for their letter; and the agent's half, once the caller has said theirs. */
    public Optional<CodePair> of(TenantId tenant, UUID request) {
        return jdbc.sql("""
                        select code_round from assistance_request
                         where tenant_id = :tenant and id = :id and state <> 'closed' and code_until > :now
                        """)
                .param("tenant", tenant.value())
                .param("id", request)
                .param("now", now())
                .query(Integer.class)
                .optional()
                .map(round -> pair(tenant, request, round));
    }

    public CodeState state(TenantId tenant, UUID request) {
        return jdbc.sql("""
                        select kind, code_source, code_until, code_tries, matched_at from assistance_request
                         where tenant_id = :tenant and id = :id
                        """)
                .param("tenant", tenant.value())
                .param("id", request)
                .query(Codes::codeState)
                .single();
    }

    /**
     * Whether this is the caller's. Counted before it is compared, in one statement: of any number of hands, {@link
     * CodeState#TRIES} guess in the life of a request. A right one gives its try back.
     */
    @Transactional
    public boolean match(TenantId tenant, UUID request, String typed) {
        var said = typed.replaceAll("[\\s\u00a0\u202f.-]", "");
        return counted(tenant, request)
                .filter(round -> isSame(pair(tenant, request, round).caller(), said))
                .map(_ -> matched(tenant, request))
                .isPresent();
    }

    private Optional<Integer> counted(TenantId tenant, UUID request) {
        return jdbc.sql("""
                        update assistance_request set code_tries = code_tries + 1
                         where tenant_id = :tenant and id = :id and state <> 'closed'
                           and code_until > :now and code_tries < :tries
                        returning code_round
                        """)
                .param("tenant", tenant.value())
                .param("id", request)
                .param("now", now())
                .param("tries", CodeState.TRIES)
                .query(Integer.class)
                .optional();
    }

    private boolean matched(TenantId tenant, UUID request) {
        return jdbc.sql("""
                        update assistance_request set matched_at = :now, code_tries = code_tries - 1
                         where tenant_id = :tenant and id = :id
                        """)
                        .param("now", now())
                        .param("tenant", tenant.value())
                        .param("id", request)
                        .update()
                == 1;
    }

    /** Fresh ones, for a letter to the account's own address; those of before are none any more. */
    boolean renew(TenantId tenant, UUID request, Instant until) {
        return jdbc.sql("""
                        update assistance_request
                           set code_round = code_round + 1, code_source = 'letter', code_until = :until, matched_at = null
                         where tenant_id = :tenant and id = :id and state = 'taken' and code_tries < :tries
                        """)
                        .param("until", until.atOffset(ZoneOffset.UTC))
                        .param("tenant", tenant.value())
                        .param("id", request)
                        .param("tries", CodeState.TRIES)
                        .update()
                == 1;
    }

    private CodePair pair(TenantId tenant, UUID request, int round) {
        return new CodePair(code(tenant, request, round, "caller"), code(tenant, request, round, "desk"));
    }

    private String code(TenantId tenant, UUID request, int round, String side) {
        var mac = key.mac("assistance code", tenant.value(), request.toString(), String.valueOf(round), side);
        return "%06d".formatted(new BigInteger(1, mac).mod(SIX_DIGITS).intValueExact());
    }

    private static boolean isSame(String right, String said) {
        return MessageDigest.isEqual(right.getBytes(StandardCharsets.US_ASCII), said.getBytes(StandardCharsets.UTF_8));
    }

    private static CodeState codeState(ResultSet row, int number) throws SQLException {
        return new CodeState(
                Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                Source.valueOf(row.getString("code_source").toUpperCase(Locale.ROOT)),
                row.getObject("code_until", OffsetDateTime.class).toInstant(),
                row.getInt("code_tries"),
                Optional.ofNullable(row.getObject("matched_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
