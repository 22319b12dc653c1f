package org.poterne.audit;

import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.poterne.account.AccountDeleted;
import org.poterne.account.AccountExported;
import org.poterne.account.AccountId;
import org.poterne.account.AccountRenamed;
import org.poterne.account.AddressChanged;
import org.poterne.device.DeviceForgotten;
import org.poterne.email.AddressChangeAsked;
import org.poterne.email.AddressRestored;
import org.poterne.factor.FactorBound;
import org.poterne.factor.FactorUnbound;
import org.poterne.lockout.AccountLocked;
import org.poterne.lockout.AccountUnlocked;
import org.poterne.lockout.FactorLocked;
import org.poterne.lockout.FactorRefused;
import org.poterne.passkey.PasskeyCloned;
import org.poterne.passkey.PasskeyRefused;
import org.poterne.password.PasswordReplaced;
import org.poterne.password.PasswordWithdrawn;
import org.poterne.recovery.RecoveryAddressShown;
import org.poterne.recovery.RecoveryAsked;
import org.poterne.recovery.RecoveryMismatched;
import org.poterne.recoverycode.RecoveryCodeSpent;
import org.poterne.recoverycode.RecoveryCodesReplaced;
import org.poterne.registration.AddressConfirmed;
import org.poterne.registration.ConfirmationAsked;
import org.poterne.registration.SignedUp;
import org.poterne.renewal.RenewalRefused;
import org.poterne.session.OwnPasswordRefused;
import org.poterne.session.SessionClosed;
import org.poterne.session.SignedIn;
import org.poterne.signin.SignInRefused;
import org.poterne.signin.SignedOut;
import org.poterne.task.Purge;
import org.poterne.tenant.TenantId;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes one row an event, in the event's transaction where there is one: a new password or a new session that could not be
 * written down did not happen. Refusals and signing out are written after the fact. No address typed, no secret, no name;
 * event names follow the OWASP Logging Vocabulary.
 */
@Component
final class AuditTrail {

    private static final String NOWHERE = "";
    private static final Period KEPT = Period.ofDays(365); // CNIL 2021-122: six months to one year

    private final JdbcClient jdbc;
    private final Clock clock;

    AuditTrail(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @EventListener
    void on(SignedIn event) {
        write(event.tenant(), "authn_login_success", Optional.of(event.account()), event.from(), clock.instant());
    }

    @EventListener
    void on(SignInRefused event) {
        write(event.tenant(), "authn_login_fail", event.account(), event.from(), clock.instant());
    }

    @EventListener
    void on(SignedOut event) {
        write(event.tenant(), "session_end", Optional.of(event.account()), NOWHERE, clock.instant());
    }

    @EventListener
    void on(SessionClosed event) {
        var what = switch (event.which()) {
            case ONE -> "session_closed";
            case ALL_OTHERS -> "session_others_closed";
        };
        write(event.tenant(), what, Optional.of(event.account()), NOWHERE, clock.instant());
    }

    @EventListener
    void on(DeviceForgotten event) {
        write(event.tenant(), "device_forgotten", Optional.of(event.account()), NOWHERE, clock.instant());
    }

    @EventListener
    void on(OwnPasswordRefused event) {
        write(event.tenant(), "authn_reauth_fail", Optional.of(event.account()), event.from(), clock.instant());
    }

    @EventListener
    void on(AccountRenamed event) {
        write(event.tenant(), "user_updated", Optional.of(event.account()), NOWHERE, clock.instant());
    }

    @EventListener
    void on(AccountExported event) {
        write(event.tenant(), "user_exported", Optional.of(event.account()), event.from(), clock.instant());
    }

    @EventListener
    void on(AccountDeleted event) {
        write(event.tenant(), "user_deleted", Optional.of(event.account()), NOWHERE, clock.instant());
    }

    @EventListener
    void on(RecoveryAsked event) {
        write(event.tenant(), "authn_password_reset_asked", Optional.empty(), event.from(), clock.instant());
    }

    @EventListener
    void on(RecoveryAddressShown event) {
        write(event.tenant(), "authn_password_reset_address_shown", Optional.empty(), event.from(), clock.instant());
    }

    @EventListener
    void on(RecoveryMismatched event) {
        write(
                event.tenant(),
                "authn_password_reset_mismatch",
                Optional.of(event.account()),
                event.from(),
                clock.instant());
    }

    @EventListener
    void on(PasswordReplaced event) {
        write(event.tenant(), "authn_password_change", Optional.of(event.account()), NOWHERE, event.at());
    }

    @EventListener
    void on(PasswordWithdrawn event) {
        write(event.tenant(), "authn_password_withdrawn", Optional.of(event.account()), NOWHERE, clock.instant());
    }

    @EventListener
    void on(RenewalRefused event) {
        write(
                event.tenant(),
                "authn_password_expired_refused",
                Optional.of(event.account()),
                event.from(),
                clock.instant());
    }

    @EventListener
    void on(FactorBound event) {
        write(event.tenant(), "authn_factor_bound", Optional.of(event.account()), NOWHERE, clock.instant());
    }

    @EventListener
    void on(FactorUnbound event) {
        write(event.tenant(), "authn_factor_unbound", Optional.of(event.account()), NOWHERE, clock.instant());
    }

    @EventListener
    void on(PasskeyRefused event) {
        write(event.tenant(), "authn_passkey_fail", event.account(), event.from(), clock.instant());
    }

    @EventListener
    void on(PasskeyCloned event) {
        write(event.tenant(), "authn_passkey_cloned", Optional.of(event.account()), NOWHERE, clock.instant());
    }

    @EventListener
    void on(FactorRefused event) {
        write(event.tenant(), "authn_factor_fail", Optional.of(event.account()), NOWHERE, clock.instant());
    }

    @EventListener
    void on(FactorLocked event) {
        write(event.tenant(), "authn_factor_lock", Optional.of(event.account()), NOWHERE, clock.instant());
    }

    @EventListener
    void on(RecoveryCodeSpent event) {
        write(event.tenant(), "authn_recovery_code_used", Optional.of(event.account()), NOWHERE, clock.instant());
    }

    @EventListener
    void on(RecoveryCodesReplaced event) {
        write(event.tenant(), "authn_recovery_codes_replaced", Optional.of(event.account()), NOWHERE, clock.instant());
    }

    @EventListener
    void on(AddressChangeAsked event) {
        write(event.tenant(), "user_email_change_asked", Optional.of(event.account()), event.from(), clock.instant());
    }

    @EventListener
    void on(AddressChanged event) {
        write(event.tenant(), "user_email_changed", Optional.of(event.account()), NOWHERE, clock.instant());
    }

    @EventListener
    void on(AddressRestored event) {
        write(event.tenant(), "user_email_restored", Optional.of(event.account()), NOWHERE, clock.instant());
    }

    @EventListener
    void on(SignedUp event) {
        write(event.tenant(), "user_created", Optional.of(event.account()), event.from(), clock.instant());
    }

    @EventListener
    void on(AddressConfirmed event) {
        write(event.tenant(), "user_email_confirmed", Optional.of(event.account()), event.from(), clock.instant());
    }

    @EventListener
    void on(ConfirmationAsked event) {
        write(event.tenant(), "user_confirmation_asked", Optional.empty(), event.from(), clock.instant());
    }

    @EventListener
    void on(AccountLocked event) {
        write(event.tenant(), "authn_login_lock", event.account(), NOWHERE, clock.instant());
    }

    @EventListener
    void on(AccountUnlocked event) {
        write(event.tenant(), "authn_login_unlock", Optional.of(event.account()), NOWHERE, clock.instant());
    }

    int forgetOld() {
        return jdbc.sql(Purge.batch("delete from audit_event where happened_at < :then"))
                .param("then", clock.instant().atOffset(ZoneOffset.UTC).minus(KEPT))
                .update();
    }

    private void write(TenantId tenant, String what, Optional<AccountId> account, String from, Instant when) {
        jdbc.sql("""
                        insert into audit_event (tenant_id, happened_at, what, account_id, from_address)
                        values (:tenant, :when, :what, :account::uuid, :from)
                        """)
                .param("tenant", tenant.value())
                .param("when", when.atOffset(ZoneOffset.UTC))
                .param("what", what)
                .param(
                        "account",
                        account.map(AccountId::value).map(UUID::toString).orElse(null))
                .param("from", from)
                .update();
    }
}
