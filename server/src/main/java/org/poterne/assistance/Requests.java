package org.poterne.assistance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.poterne.account.AccountId;
import org.poterne.assistance.AssistanceRequest.Kind;
import org.poterne.assistance.AssistanceRequest.Result;
import org.poterne.assistance.AssistanceRequest.State;
import org.poterne.key.InstallationKey;
import org.poterne.task.Purge;
import org.poterne.tenant.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The requests there are, to be read. */
@Component
public class Requests {

    static final String SEAL = "assistance request";

    private static final Duration KEPT = Duration.ofDays(90); // after it was closed
    private static final Duration LONGEST = Duration.ofDays(365); // never taken up by anybody

    private final JdbcClient jdbc;
    private final InstallationKey key;
    private final Clock clock;

    Requests(JdbcClient jdbc, InstallationKey key, Clock clock) {
        this.jdbc = jdbc;
        this.key = key;
        this.clock = clock;
    }

    public Optional<AssistanceRequest> find(TenantId tenant, RequestNumber number) {
        return jdbc.sql("""
                        select id, number, kind, state, account_id, agent_id, asked_at, result
                          from assistance_request
                         where tenant_id = :tenant and number = :number
                        """)
                .param("tenant", tenant.value())
                .param("number", number.value())
                .query(Requests::request)
                .optional();
    }

    public Optional<AssistanceRequest> find(TenantId tenant, UUID id) {
        return jdbc.sql("""
                        select id, number, kind, state, account_id, agent_id, asked_at, result
                          from assistance_request
                         where tenant_id = :tenant and id = :id
                        """)
                .param("tenant", tenant.value())
                .param("id", id)
                .query(Requests::request)
                .optional();
    }

    /** Those that are not closed, the oldest first. */
    public List<AssistanceRequest> open(TenantId tenant, int limit) {
        return jdbc.sql("""
                        select id, number, kind, state, account_id, agent_id, asked_at, result
                          from assistance_request
                         where tenant_id = :tenant and state <> 'closed'
                         order by asked_at, number
                         limit :limit
                        """)
                .param("tenant", tenant.value())
                .param("limit", limit)
                .query(Requests::request)
                .list();
    }

    /** A holder's own wish for another address, while it is open. */
    public Optional<AssistanceRequest> ownAddressRequest(TenantId tenant, AccountId account) {
        return jdbc.sql("""
                        select id, number, kind, state, account_id, agent_id, asked_at, result
                          from assistance_request
                         where tenant_id = :tenant and account_id = :account and kind = 'address' and state <> 'closed'
                        """)
                .param("tenant", tenant.value())
                .param("account", account.value())
                .query(Requests::request)
                .optional();
    }

    /** What was typed. */
    public TypedRequest typed(TenantId tenant, AssistanceRequest request) {
        return jdbc.sql("""
                        select typed from assistance_request
                         where tenant_id = :tenant and id = :id and typed is not null
                        """)
                .param("tenant", tenant.value())
                .param("id", request.id())
                .query(byte[].class)
                .optional()
                .flatMap(box -> key.open(SEAL, request.id().toString(), box))
                .map(TypedRequest::read)
                .orElse(TypedRequest.NOTHING);
    }

    int forgetOld() {
        var now = clock.instant();
        return jdbc.sql(Purge.batch("delete from assistance_request where closed_at < :kept or asked_at < :longest"))
                .param("kept", now.minus(KEPT).atOffset(ZoneOffset.UTC))
                .param("longest", now.minus(LONGEST).atOffset(ZoneOffset.UTC))
                .update();
    }

    static AssistanceRequest request(ResultSet row, int number) throws SQLException {
        return new AssistanceRequest(
                row.getObject("id", UUID.class),
                new RequestNumber(row.getString("number")),
                Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                account(row, "account_id"),
                account(row, "agent_id"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getString("result")).flatMap(Result::parse));
    }

    private static Optional<AccountId> account(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, UUID.class)).map(AccountId::new);
    }
}
