package org.poterne.email;

import java.time.Duration;
import java.time.Instant;
import org.poterne.lockout.Claim;
import org.poterne.lockout.Comparison;
import org.poterne.lockout.LockoutPolicy;
import org.poterne.lockout.PasswordGuard;
import org.poterne.password.RawPassword;
import org.poterne.tenant.TenantId;
import org.poterne.tenant.Tenants;
import org.poterne.throttle.Patience;
import org.springframework.stereotype.Component;

/**
 * The password again: a session left open, or stolen, gives the account no other address (ASVS 7.5.1; WSTG-ATHN-09). Wrong
 * ones are counted with those at the door.
 */
@Component
final class CurrentPassword {

    private final PasswordGuard guard;
    private final Tenants tenants;

    CurrentPassword(PasswordGuard guard, Tenants tenants) {
        this.guard = guard;
        this.tenants = tenants;
    }

    sealed interface Verdict {}

    /** @param since when it became the account's */
    record Right(Instant since) implements Verdict {}

    record Wrong() implements Verdict {}

    record TooOften(Duration pause) implements Verdict {}

    Verdict judge(TenantId tenant, Claim claim, RawPassword typed) {
        return switch (guard.compare(tenant, claim, typed)) {
            case Comparison.Right(var since) -> new Right(since);
            case Comparison.Wrong _ -> new Wrong();
            case Comparison.Locked() ->
                new TooOften(tenants.policy(tenant, LockoutPolicy.class).lock());
            case Comparison.Crowded() -> new TooOften(Patience.LONGEST);
        };
    }
}
