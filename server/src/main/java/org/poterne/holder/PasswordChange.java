package org.poterne.holder;

import java.time.Instant;
import java.util.Optional;
import org.poterne.account.Account;
import org.poterne.holder.ChangeOutcome.Reason;
import org.poterne.holder.PasswordChangeOutcome.Changed;
import org.poterne.holder.PasswordChangeOutcome.CurrentRefused;
import org.poterne.holder.PasswordChangeOutcome.Refused;
import org.poterne.holder.PasswordChangeOutcome.TooOften;
import org.poterne.holder.PasswordChangeOutcome.Unchanged;
import org.poterne.password.HashedPassword;
import org.poterne.password.PasswordOwner;
import org.poterne.password.Passwords;
import org.poterne.password.RawPassword;
import org.poterne.session.SessionId;
import org.poterne.session.SessionOrigin;
import org.poterne.session.Sessions;
import org.poterne.tenant.TenantId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** A new password from who knows the current one (ASVS 6.2.2, 6.2.3). */
@Component
class PasswordChange {

    private final OwnPassword ownPassword;
    private final Passwords passwords;
    private final Sessions sessions;
    private final TransactionTemplate transaction;

    PasswordChange(OwnPassword ownPassword, Passwords passwords, Sessions sessions, TransactionTemplate transaction) {
        this.ownPassword = ownPassword;
        this.passwords = passwords;
        this.sessions = sessions;
        this.transaction = transaction;
    }

    /**
     * The current password first, whatever the new one is: the rules may compare with passwords of the past, and would tell a
     * session's thief which they were.
     */
    PasswordChangeOutcome change(TenantId tenant, Account account, TypedPassword typed, RawPassword fresh) {
        return switch (ownPassword.confirm(tenant, account.id(), typed)) {
            case Confirmation.Wrong() -> new CurrentRefused(Reason.WRONG);
            case Confirmation.Locked() -> new CurrentRefused(Reason.LOCKED);
            case Confirmation.TooOften(var pause) -> new TooOften(pause);
            case Confirmation.Right(var since) ->
                fresh.equals(typed.current()) ? new Unchanged() : change(tenant, account, since, typed, fresh);
        };
    }

    /** Hashed before the transaction, so that no connection and no row lock waits for it. */
    private PasswordChangeOutcome change(
            TenantId tenant, Account account, Instant since, TypedPassword typed, RawPassword fresh) {
        var broken = passwords.broken(tenant, fresh, PasswordOwner.of(account), typed.current());
        if (!broken.isEmpty()) {
            return new Refused(broken);
        }
        var hashed = passwords.hash(fresh);
        return Optional.ofNullable(transaction.execute(_ -> replace(tenant, account, since, hashed, typed.from())))
                .flatMap(session -> session)
                .<PasswordChangeOutcome>map(Changed::new)
                .orElseGet(() -> new CurrentRefused(Reason.WRONG));
    }

    /** Every session ends with the old password, this one too: the one that takes its place has a new identifier (ASVS 7.2.4). */
    private Optional<SessionId> replace(
            TenantId tenant, Account account, Instant since, HashedPassword hashed, SessionOrigin from) {
        if (!passwords.claim(tenant, account.id(), since)) {
            return Optional.empty();
        }
        passwords.replace(tenant, account.id(), hashed);
        return Optional.of(sessions.open(tenant, account.id(), from));
    }
}
