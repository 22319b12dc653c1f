package org.poterne.courier;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.poterne.account.AccountId;
import org.poterne.account.EmailAddress;
import org.poterne.key.InstallationKey;
import org.poterne.task.Purge;
import org.poterne.tenant.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Letters asked for by typing an address. The page looks nothing up, so that its time tells nothing (ASVS 6.3.8); the
 * letter's round does, once. What was typed is kept sealed, and only until then.
 */
@Component
public final class LetterRequests {

    private static final String SEAL = "letter request";

    private final JdbcClient jdbc;
    private final InstallationKey key;
    private final Clock clock;

    LetterRequests(JdbcClient jdbc, InstallationKey key, Clock clock) {
        this.jdbc = jdbc;
        this.key = key;
        this.clock = clock;
    }

    /**
     * The same row for everybody.
     *
     * @return what the {@link LetterOrder} concerns
     */
    public UUID begin(TenantId tenant, EmailAddress typed, Duration life) {
        var id = UUID.randomUUID();
        jdbc.sql("""
                        insert into letter_request (tenant_id, id, asked, expires_at)
                        values (:tenant, :id, :asked, :expires)
                        """)
                .param("tenant", tenant.value())
                .param("id", id)
                .param("asked", key.seal(SEAL, id.toString(), typed.given()))
                .param("expires", clock.instant().plus(life).atOffset(ZoneOffset.UTC))
                .update();
        return id;
    }

    /**
     * The account to write to.
     *
     * @param lookUp asked at the first try, when the address is still known; what it answers stands for the tries that follow
     */
    public Optional<AccountId> addressee(
            TenantId tenant, UUID request, Function<EmailAddress, Optional<AccountId>> lookUp) {
        return bound(tenant, request).or(() -> {
            var found = take(tenant, request).flatMap(lookUp);
            found.ifPresent(account -> bind(tenant, request, account));
            return found;
        });
    }

    /**
     * The address of somebody who has no account any more, for each try: there is nobody left to bind the request to, and a
     * letter put off by the mail server must still know where to go.
     */
    public Optional<EmailAddress> look(TenantId tenant, UUID request) {
        return jdbc.sql("""
                        select asked from letter_request
                         where tenant_id = :tenant and id = :id and asked is not null and expires_at > :now
                        """)
                .param("tenant", tenant.value())
                .param("id", request)
                .param("now", now())
                .query(byte[].class)
                .optional()
                .flatMap(box -> key.open(SEAL, request.toString(), box))
                .flatMap(EmailAddress::parse);
    }

    /** What was typed, once: it is gone when this returns. */
    public Optional<EmailAddress> take(TenantId tenant, UUID request) {
        return jdbc.sql("""
                        update letter_request as request set asked = null
                          from (select asked from letter_request
                                 where tenant_id = :tenant and id = :id and asked is not null and expires_at > :now
                                   for update) as before
                         where request.tenant_id = :tenant and request.id = :id
                        returning before.asked
                        """)
                .param("tenant", tenant.value())
                .param("id", request)
                .param("now", now())
                .query(byte[].class)
                .optional()
                .flatMap(box -> key.open(SEAL, request.toString(), box))
                .flatMap(EmailAddress::parse);
    }

    private Optional<AccountId> bound(TenantId tenant, UUID request) {
        return jdbc.sql("""
                        select account_id from letter_request
                         where tenant_id = :tenant and id = :id and account_id is not null and expires_at > :now
                        """)
                .param("tenant", tenant.value())
                .param("id", request)
                .param("now", now())
                .query((row, _) -> new AccountId(row.getObject("account_id", UUID.class)))
                .optional();
    }

    private void bind(TenantId tenant, UUID request, AccountId account) {
        jdbc.sql("update letter_request set account_id = :account where tenant_id = :tenant and id = :id")
                .param("account", account.value())
                .param("tenant", tenant.value())
                .param("id", request)
                .update();
    }

    int forgetExpired() {
        return jdbc.sql(Purge.batch("delete from letter_request where expires_at <= :now"))
                .param("now", now())
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
