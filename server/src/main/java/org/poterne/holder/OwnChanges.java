package org.poterne.holder;

import org.poterne.account.AccountId;
import org.poterne.holder.ChangeOutcome.Made;
import org.poterne.holder.ChangeOutcome.PasswordRefused;
import org.poterne.holder.ChangeOutcome.Reason;
import org.poterne.holder.ChangeOutcome.TooOften;
import org.poterne.password.Passwords;
import org.poterne.tenant.TenantId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** A change of one's own account, and the password that allows it. */
@Component
class OwnChanges {

    private final OwnPassword ownPassword;
    private final Passwords passwords;
    private final TransactionTemplate transaction;

    OwnChanges(OwnPassword ownPassword, Passwords passwords, TransactionTemplate transaction) {
        this.ownPassword = ownPassword;
        this.passwords = passwords;
        this.transaction = transaction;
    }

    /**
     * One transaction with a last look at the password: comparing takes a while, and after a reset that came meanwhile the
     * old password changes nothing.
     *
     * @param change made in that transaction, or not at all
     */
    ChangeOutcome make(TenantId tenant, AccountId account, TypedPassword typed, Runnable change) {
        return switch (ownPassword.confirm(tenant, account, typed)) {
            case Confirmation.Wrong() -> new PasswordRefused(Reason.WRONG);
            case Confirmation.Locked() -> new PasswordRefused(Reason.LOCKED);
            case Confirmation.TooOften(var pause) -> new TooOften(pause);
            case Confirmation.Right(var since) -> {
                var made = transaction.execute(_ -> {
                    if (!passwords.claim(tenant, account, since)) {
                        return false;
                    }
                    change.run();
                    return true;
                });
                yield Boolean.TRUE.equals(made) ? new Made() : new PasswordRefused(Reason.WRONG);
            }
        };
    }
}
