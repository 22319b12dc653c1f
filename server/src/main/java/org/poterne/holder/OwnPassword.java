package org.poterne.holder;

import java.time.Duration;
import java.util.Optional;
import org.poterne.account.AccountId;
import org.poterne.password.HashingBusy;
import org.poterne.password.Passwords;
import org.poterne.password.RawPassword;
import org.poterne.tenant.TenantId;
import org.poterne.throttle.Budget;
import org.poterne.throttle.ClientAddress;
import org.poterne.throttle.Holding;
import org.poterne.throttle.Throttle;
import org.springframework.stereotype.Component;

/**
 * The password again, before anything of the account changes: a session left open, or stolen, changes nothing (ASVS 7.5.1;
 * WSTG-ATHN-09). Wrong ones are guesses like those at the door.
 */
@Component
class OwnPassword {

    private static final Budget PER_ACCOUNT = new Budget("own password per account", 10, Duration.ofMinutes(15));

    private final Passwords passwords;
    private final Throttle throttle;

    OwnPassword(Passwords passwords, Throttle throttle) {
        this.passwords = passwords;
        this.throttle = throttle;
    }

    Confirmation confirm(TenantId tenant, AccountId account, RawPassword typed, ClientAddress from) {
        return switch (throttle.hold(tenant, PER_ACCOUNT, account.toString())) {
            case Holding.Refused(var pause) -> new Confirmation.TooOften(pause);
            case Holding.Occupied() -> new Confirmation.TooOften(Duration.ofMinutes(1));
            case Holding.Held() -> compare(tenant, account, typed);
        };
    }

    private Confirmation compare(TenantId tenant, AccountId account, RawPassword typed) {
        try {
            var since = passwords.matches(tenant, Optional.of(account), typed);
            if (since.isEmpty()) {
                throttle.spendHeld(tenant, PER_ACCOUNT, account.toString());
                return new Confirmation.Wrong();
            }
            throttle.release(tenant, PER_ACCOUNT, account.toString());
            return new Confirmation.Right(since.get());
        } catch (HashingBusy busy) {
            throttle.release(tenant, PER_ACCOUNT, account.toString());
            throw busy;
        }
    }
}
