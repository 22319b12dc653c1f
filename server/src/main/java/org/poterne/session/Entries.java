package org.poterne.session;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.poterne.account.AccountId;
import org.poterne.device.UserBrowser;
import org.poterne.task.Purge;
import org.poterne.tenant.TenantId;
import org.poterne.throttle.ClientAddress;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The entries under way, in the database, so that each step may be answered by another node. */
@Component
class Entries {

    /** Time to find the telephone, and not to leave a half-open door behind. */
    static final Duration LIFE = Duration.ofMinutes(10);

    private final JdbcClient jdbc;
    private final Clock clock;

    Entries(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Under a secret never seen before. */
    SessionId begin(TenantId tenant, Entry entry) {
        var secret = SessionId.fresh();
        jdbc.sql("""
                        insert into session_entry (digest, tenant_id, id, account_id, since, shown, language,
                                                   destination, browser, from_address, expires_at)
                        values (:digest, :tenant, :id, :account, :since::timestamptz, string_to_array(:shown, ' '),
                                :language, :destination, :browser, :from, :expires)
                        """)
                .param("digest", secret.digest())
                .param("tenant", tenant.value())
                .param("id", entry.id())
                .param("account", entry.account().value())
                .param("since", entry.since().map(Object::toString).orElse(null))
                .param("shown", String.join(" ", entry.shown()))
                .param("language", entry.language().map(Locale::toLanguageTag).orElse(null))
                .param("destination", entry.destination().word())
                .param("browser", entry.origin().browser().kept())
                .param("from", entry.origin().address().value())
                .param("expires", now().plus(LIFE))
                .update();
        return secret;
    }

    /** Looking spends nothing. */
    Optional<Entry> find(TenantId tenant, SessionId secret) {
        return jdbc.sql("""
                        select entry.id, entry.account_id, entry.since, array_to_string(entry.shown, ' ') as shown,
                               entry.language, entry.destination, entry.browser, entry.from_address
                          from session_entry as entry
                          join account on account.tenant_id = entry.tenant_id and account.id = entry.account_id
                         where entry.digest = :digest and entry.tenant_id = :tenant and entry.expires_at > :now
                           and account.status = 'active'
                        """)
                .param("digest", secret.digest())
                .param("tenant", tenant.value())
                .param("now", now())
                .query(Entries::entry)
                .optional();
    }

    /** Of two hands that pass a step at once, one goes on. */
    boolean spend(TenantId tenant, SessionId secret) {
        return jdbc.sql(
                                "delete from session_entry where digest = :digest and tenant_id = :tenant and expires_at > :now")
                        .param("digest", secret.digest())
                        .param("tenant", tenant.value())
                        .param("now", now())
                        .update()
                == 1;
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(
                row.getObject("id", UUID.class),
                new AccountId(row.getObject("account_id", UUID.class)),
                Optional.ofNullable(row.getObject("since", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                words(row.getString("shown")),
                new SessionOrigin(
                        new ClientAddress(row.getString("from_address")), UserBrowser.read(row.getString("browser"))),
                Optional.ofNullable(row.getString("language")).map(Locale::forLanguageTag),
                Destination.named(row.getString("destination")));
    }

    private static Set<String> words(String text) {
        return Arrays.stream(text.split(" ")).filter(word -> !word.isEmpty()).collect(Collectors.toSet());
    }

    /** Half-finished ways in die with what they would have opened. */
    void endAll(TenantId tenant, AccountId account) {
        jdbc.sql("delete from session_entry where tenant_id = :tenant and account_id = :account")
                .param("tenant", tenant.value())
                .param("account", account.value())
                .update();
    }

    int forgetExpired() {
        return jdbc.sql(Purge.batch("delete from session_entry where expires_at <= :now"))
                .param("now", now())
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
