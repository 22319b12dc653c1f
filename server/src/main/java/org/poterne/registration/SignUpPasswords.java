package org.poterne.registration;

import java.util.Optional;
import org.poterne.account.AccountId;
import org.poterne.lockout.Claim;
import org.poterne.lockout.Comparison.Crowded;
import org.poterne.lockout.Comparison.Locked;
import org.poterne.lockout.Comparison.Right;
import org.poterne.lockout.Comparison.Wrong;
import org.poterne.lockout.PasswordGuard;
import org.poterne.password.Passwords;
import org.poterne.password.RawPassword;
import org.poterne.registration.ConfirmOutcome.PasswordMissing;
import org.poterne.registration.ConfirmOutcome.PasswordWrong;
import org.poterne.registration.ConfirmOutcome.TooManyWrong;
import org.poterne.tenant.TenantId;
import org.springframework.stereotype.Component;

/** Compares the password of a sign-up with what is typed at its confirmation; wrong ones are counted with those at the door. */
@Component
class SignUpPasswords {

    private final Passwords passwords;
    private final PasswordGuard guard;

    SignUpPasswords(Passwords passwords, PasswordGuard guard) {
        this.passwords = passwords;
        this.guard = guard;
    }

    /** Whether there is one to compare with: an account without a password is whoever's reads its mailbox. */
    boolean isAsked(TenantId tenant, AccountId account) {
        return passwords.has(tenant, account);
    }

    Optional<ConfirmOutcome> refusal(TenantId tenant, AccountId account, RawPassword typed) {
        if (typed.isEmpty()) {
            return Optional.of(new PasswordMissing()); // a scanner that sends every form: no guess, not counted
        }
        return switch (guard.compare(tenant, Claim.of(account, Optional.empty()), typed)) {
            case Right _ -> Optional.empty();
            case Wrong _ -> Optional.of(new PasswordWrong());
            case Locked(), Crowded() -> Optional.of(new TooManyWrong());
        };
    }
}
