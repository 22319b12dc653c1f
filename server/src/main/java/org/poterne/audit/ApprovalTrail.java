package org.poterne.audit;

import java.time.Clock;
import java.time.ZoneOffset;
import org.poterne.account.AccountId;
import org.poterne.approval.ApprovalDenied;
import org.poterne.approval.ApprovalGiven;
import org.poterne.approval.ApprovalMissed;
import org.poterne.approval.ApprovalShown;
import org.poterne.approval.ApprovalsSilenced;
import org.poterne.tenant.TenantId;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What devices were asked and what they answered (LG-1 of the requirements). No number. */
@Component
final class ApprovalTrail {

    private final JdbcClient jdbc;
    private final Clock clock;

    ApprovalTrail(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @EventListener
    void on(ApprovalShown event) {
        write(event.tenant(), "shown_" + key(event.action().word()), event.account(), event.from());
    }

    @EventListener
    void on(ApprovalGiven event) {
        write(event.tenant(), "given_" + key(event.action().word()), event.account(), "");
    }

    @EventListener
    void on(ApprovalDenied event) {
        write(event.tenant(), "denied_" + key(event.action().word()), event.account(), "");
    }

    @EventListener
    void on(ApprovalMissed event) {
        write(event.tenant(), "missed_" + key(event.action().word()), event.account(), "");
    }

    @EventListener
    void on(ApprovalsSilenced event) {
        write(event.tenant(), "silenced", event.account(), "");
    }

    private static String key(String word) {
        return word.replace('-', '_');
    }

    private void write(TenantId tenant, String what, AccountId account, String from) {
        jdbc.sql("""
                        insert into audit_event (tenant_id, happened_at, what, account_id, from_address)
                        values (:tenant, :when, :what, :account, :from)
                        """)
                .param("tenant", tenant.value())
                .param("when", clock.instant().atOffset(ZoneOffset.UTC))
                .param("what", "authn_approval_" + what)
                .param("account", account.value())
                .param("from", from)
                .update();
    }
}
