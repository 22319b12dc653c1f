package org.poterne.audit;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.poterne.account.AccountId;
import org.poterne.agent.AgentActed;
import org.poterne.agent.AgentAppointed;
import org.poterne.agent.AgentDismissed;
import org.poterne.agent.VolumeExceeded;
import org.poterne.assistance.AssistanceAsked;
import org.poterne.readdress.ReaddressStep;
import org.poterne.tenant.TenantId;
import org.poterne.unbinding.UnbindingStep;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the help desk looked at and did: reading is written down as well as writing, with who it was (ASVS 5.0 16.3.3; OWASP
 * Logging Vocabulary, authz_admin). No reason, no term that was searched for.
 */
@Component
final class DeskTrail {

    private static final String NOWHERE = "";

    private final JdbcClient jdbc;
    private final Clock clock;

    DeskTrail(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @EventListener
    void on(AgentActed event) {
        var deed = event.deed();
        write(
                event.tenant(),
                "desk_" + deed.act().word(),
                new Row(deed.account(), Optional.of(deed.agent()), deed.request(), NOWHERE));
    }

    @EventListener
    void on(VolumeExceeded event) {
        write(event.tenant(), "desk_volume_exceeded", Row.by(event.agent()));
    }

    @EventListener
    void on(AgentAppointed event) {
        write(event.tenant(), "desk_agent_appointed", Row.about(event.account()));
    }

    @EventListener
    void on(AgentDismissed event) {
        write(event.tenant(), "desk_agent_dismissed", Row.about(event.account()));
    }

    @EventListener
    void on(AssistanceAsked event) {
        var row = new Row(event.account(), Optional.empty(), Optional.of(event.request()), event.from());
        write(event.tenant(), "desk_asked", row);
    }

    @EventListener
    void on(ReaddressStep event) {
        var row = new Row(Optional.of(event.account()), Optional.empty(), Optional.of(event.request()), NOWHERE);
        write(event.tenant(), "desk_address_" + event.step().word(), row);
    }

    @EventListener
    void on(UnbindingStep event) {
        var row = new Row(Optional.of(event.account()), Optional.empty(), Optional.of(event.request()), NOWHERE);
        write(event.tenant(), "desk_unbinding_" + event.step().word(), row);
    }

    private record Row(Optional<AccountId> account, Optional<AccountId> actor, Optional<UUID> concerns, String from) {

        static Row by(AccountId agent) {
            return new Row(Optional.empty(), Optional.of(agent), Optional.empty(), NOWHERE);
        }

        static Row about(AccountId account) {
            return new Row(Optional.of(account), Optional.empty(), Optional.empty(), NOWHERE);
        }
    }

    private void write(TenantId tenant, String what, Row row) {
        jdbc.sql("""
                        insert into audit_event
                               (tenant_id, happened_at, what, account_id, actor_id, concerns, from_address)
                        values (:tenant, :now, :what, :account::uuid, :actor::uuid, :concerns::uuid, :from)
                        """)
                .param("tenant", tenant.value())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("what", what)
                .param("account", text(row.account()))
                .param("actor", text(row.actor()))
                .param("concerns", row.concerns().map(UUID::toString).orElse(null))
                .param("from", row.from())
                .update();
    }

    private static @Nullable String text(Optional<AccountId> account) {
        return account.map(AccountId::toString).orElse(null);
    }
}
