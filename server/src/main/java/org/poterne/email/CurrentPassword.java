package org.poterne.email;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.poterne.account.AccountId;
import org.poterne.password.HashingBusy;
import org.poterne.password.Passwords;
import org.poterne.password.RawPassword;
import org.poterne.tenant.TenantId;
import org.poterne.throttle.Budget;
import org.poterne.throttle.Holding.Held;
import org.poterne.throttle.Holding.Occupied;
import org.poterne.throttle.Holding.Refused;
import org.poterne.throttle.Throttle;
import org.springframework.stereotype.Component;

/** The password again: a session left open, or stolen, gives the account no other address (ASVS 7.5.1; WSTG-ATHN-09). */
@Component
final class CurrentPassword {

    private static final Budget PER_ACCOUNT = new Budget("own password per account", 10, Duration.ofMinutes(15));

    private final Passwords passwords;
    private final Throttle throttle;

    CurrentPassword(Passwords passwords, Throttle throttle) {
        this.passwords = passwords;
        this.throttle = throttle;
    }

    sealed interface Verdict {}

    /** @param since when it became the account's */
    record Right(Instant since) implements Verdict {}

    record Wrong() implements Verdict {}

    record TooOften(Duration pause) implements Verdict {}

    Verdict judge(TenantId tenant, AccountId account, RawPassword typed) {
        return switch (throttle.hold(tenant, PER_ACCOUNT, account.toString())) {
            case Refused(var pause) -> new TooOften(pause);
            case Occupied() -> new TooOften(Duration.ofMinutes(1));
            case Held() -> compare(tenant, account, typed);
        };
    }

    private Verdict compare(TenantId tenant, AccountId account, RawPassword typed) {
        try {
            var since = passwords.matches(tenant, Optional.of(account), typed);
            if (since.isEmpty()) {
                throttle.spendHeld(tenant, PER_ACCOUNT, account.toString());
                return new Wrong();
            }
            throttle.release(tenant, PER_ACCOUNT, account.toString());
            return new Right(since.get());
        } catch (HashingBusy busy) {
            throttle.release(tenant, PER_ACCOUNT, account.toString());
            throw busy;
        }
    }
}
