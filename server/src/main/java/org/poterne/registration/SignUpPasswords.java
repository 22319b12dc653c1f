package org.poterne.registration;

import java.time.Duration;
import java.util.Optional;
import org.poterne.account.AccountId;
import org.poterne.password.HashingBusy;
import org.poterne.password.Passwords;
import org.poterne.password.RawPassword;
import org.poterne.registration.ConfirmOutcome.PasswordMissing;
import org.poterne.registration.ConfirmOutcome.PasswordWrong;
import org.poterne.registration.ConfirmOutcome.TooManyWrong;
import org.poterne.tenant.TenantId;
import org.poterne.throttle.Budget;
import org.poterne.throttle.Holding.Held;
import org.poterne.throttle.Throttle;
import org.springframework.stereotype.Component;

/** Compares the password of a sign-up with what is typed at its confirmation, a few times an hour. */
@Component
class SignUpPasswords {

    private static final Budget WRONG_ONES = new Budget("confirmation passwords per account", 5, Duration.ofHours(1));

    private final Passwords passwords;
    private final Throttle throttle;

    SignUpPasswords(Passwords passwords, Throttle throttle) {
        this.passwords = passwords;
        this.throttle = throttle;
    }

    /** Whether there is one to compare with: an account without a password is whoever's reads its mailbox. */
    boolean isAsked(TenantId tenant, AccountId account) {
        return passwords.has(tenant, account);
    }

    /** A place is held before the password is compared: however many come at once, no more than the budget are. */
    Optional<ConfirmOutcome> refusal(TenantId tenant, AccountId account, RawPassword typed) {
        if (typed.equals(new RawPassword(""))) {
            return Optional.of(new PasswordMissing()); // a scanner that sends every form: no guess, not counted
        }
        if (!(throttle.hold(tenant, WRONG_ONES, account.toString()) instanceof Held)) {
            return Optional.of(new TooManyWrong());
        }
        if (matches(tenant, account, typed)) {
            throttle.release(tenant, WRONG_ONES, account.toString());
            return Optional.empty();
        }
        throttle.spendHeld(tenant, WRONG_ONES, account.toString());
        return Optional.of(new PasswordWrong());
    }

    private boolean matches(TenantId tenant, AccountId account, RawPassword typed) {
        try {
            return passwords.matches(tenant, Optional.of(account), typed).isPresent();
        } catch (HashingBusy busy) {
            throttle.release(tenant, WRONG_ONES, account.toString());
            throw busy;
        }
    }
}
