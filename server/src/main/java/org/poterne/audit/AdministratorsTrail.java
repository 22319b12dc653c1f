package org.poterne.audit;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.poterne.access.AccessAnswered;
import org.poterne.access.AccessAsked;
import org.poterne.account.AccountId;
import org.poterne.invitation.InvitationAccepted;
import org.poterne.invitation.InvitationSent;
import org.poterne.invitation.InvitationWithdrawn;
import org.poterne.membership.AccessGranted;
import org.poterne.membership.RightsRefused;
import org.poterne.tenant.TenantId;
import org.poterne.users.UserManaged;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What establishments' administrators decided, about whom, and what they were refused (ASVS 5.0 16.3.2, 16.3.3). */
@Component
final class AdministratorsTrail {

    private final JdbcClient jdbc;
    private final Clock clock;

    AdministratorsTrail(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @EventListener
    void on(InvitationSent event) {
        write(event.tenant(), "invitation_sent", event.by(), event.by(), event.invitation());
    }

    @EventListener
    void on(InvitationWithdrawn event) {
        write(
                event.tenant(),
                "invitation_withdrawn",
                Optional.of(event.by()),
                Optional.of(event.by()),
                event.invitation());
    }

    @EventListener
    void on(InvitationAccepted event) {
        write(
                event.tenant(),
                "invitation_accepted",
                Optional.of(event.account()),
                Optional.empty(),
                event.invitation());
    }

    @EventListener
    void on(AccessGranted event) {
        write(
                event.tenant(),
                "access_granted",
                Optional.of(event.account()),
                Optional.empty(),
                event.establishment().value());
    }

    @EventListener
    void on(AccessAsked event) {
        write(event.tenant(), "access_asked", Optional.of(event.by()), Optional.of(event.by()), event.request());
    }

    @EventListener
    void on(AccessAnswered event) {
        var what = switch (event.answer()) {
            case ACCEPTED -> "access_accepted";
            case REFUSED -> "access_refused";
        };
        write(event.tenant(), what, Optional.of(event.by()), Optional.of(event.by()), event.request());
    }

    @EventListener
    void on(UserManaged event) {
        var what = switch (event.act()) {
            case RIGHTS_CHANGED -> "user_rights_changed";
            case REMOVED -> "user_access_ended";
        };
        write(
                event.tenant(),
                what,
                Optional.of(event.account()),
                Optional.of(event.by()),
                event.establishment().value());
    }

    @EventListener
    void on(RightsRefused event) {
        write(
                event.tenant(),
                "authz_fail",
                Optional.of(event.by()),
                Optional.of(event.by()),
                event.establishment().value());
    }

    private void write(
            TenantId tenant, String what, Optional<AccountId> account, Optional<AccountId> actor, UUID concerns) {
        jdbc.sql("""
                        insert into audit_event (tenant_id, happened_at, what, account_id, actor_id, concerns, from_address)
                        values (:tenant, :now, :what, :account::uuid, :actor::uuid, :concerns, '')
                        """)
                .param("tenant", tenant.value())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("what", what)
                .param("account", text(account))
                .param("actor", text(actor))
                .param("concerns", concerns)
                .update();
    }

    private static @Nullable String text(Optional<AccountId> account) {
        return account.map(AccountId::toString).orElse(null);
    }
}
