package org.poterne.recoverycode;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import org.poterne.account.AccountId;
import org.poterne.key.InstallationKey;
import org.poterne.session.SignedInPerson;
import org.poterne.task.Purge;
import org.poterne.tenant.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A fresh set, sealed, between the post that makes it and the page that shows it: to the session that asked, for a few minutes, until it
 * is kept. The page may be loaded again while the printer wakes up; nobody sees the codes after that.
 */
@Component
class CodeSheets {

    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final String PURPOSE = "recovery code sheet";

    private final JdbcClient jdbc;
    private final InstallationKey key;
    private final Clock clock;

    CodeSheets(JdbcClient jdbc, InstallationKey key, Clock clock) {
        this.jdbc = jdbc;
        this.key = key;
        this.clock = clock;
    }

    void put(TenantId tenant, SignedInPerson person, CodeSet set) {
        var text = set.codes().stream().map(RecoveryCode::reveal).collect(Collectors.joining(" "));
        jdbc.sql("""
                        insert into recovery_code_sheet (tenant_id, account_id, session_id, codes, expires_at)
                        values (:tenant, :account, :session, :codes, :expires)
                            on conflict (tenant_id, account_id) do update
                           set session_id = excluded.session_id, codes = excluded.codes, expires_at = excluded.expires_at
                        """)
                .param("tenant", tenant.value())
                .param("account", person.account().value())
                .param("session", person.session().value())
                .param("codes", key.seal(PURPOSE, context(tenant, person.account()), text))
                .param("expires", now().plus(LIFE))
                .update();
    }

    /** None when there is nothing to show any more. */
    List<String> of(TenantId tenant, SignedInPerson person) {
        return jdbc.sql("""
                        select codes from recovery_code_sheet
                         where tenant_id = :tenant and account_id = :account and session_id = :session
                           and expires_at > :now
                        """)
                .param("tenant", tenant.value())
                .param("account", person.account().value())
                .param("session", person.session().value())
                .param("now", now())
                .query((row, _) -> row.getBytes("codes"))
                .optional()
                .flatMap(box -> key.open(PURPOSE, context(tenant, person.account()), box))
                .map(text -> List.of(text.split(" ", -1)))
                .orElse(List.of());
    }

    void drop(TenantId tenant, AccountId account) {
        jdbc.sql("delete from recovery_code_sheet where tenant_id = :tenant and account_id = :account")
                .param("tenant", tenant.value())
                .param("account", account.value())
                .update();
    }

    int forgetExpired() {
        return jdbc.sql(Purge.batch("delete from recovery_code_sheet where expires_at <= :now"))
                .param("now", now())
                .update();
    }

    private static String context(TenantId tenant, AccountId account) {
        return tenant.value() + " " + account;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
