package org.poterne.passkey;

import java.time.Duration;
import java.util.Optional;
import org.poterne.tenant.TenantId;
import org.poterne.throttle.Budget;
import org.poterne.throttle.ClientAddress;
import org.poterne.throttle.Holding;
import org.poterne.throttle.Patience;
import org.poterne.throttle.Throttle;
import org.springframework.stereotype.Component;

/**
 * How many answers that open nothing come from one address: each costs a look-up and a signature. There is no count per
 * account: a signature is not guessed, and a count would be a lock for strangers to turn.
 */
@Component
final class WrongAnswers {

    private static final Budget BUDGET = new Budget("passkey per address", 30, Duration.ofMinutes(5));

    private final Throttle throttle;

    WrongAnswers(Throttle throttle) {
        this.throttle = throttle;
    }

    /** @return how long to stay away, when the budget is spent; otherwise a place is held */
    Optional<Duration> hold(TenantId tenant, ClientAddress from) {
        var place = Patience.await(() -> Optional.of(throttle.hold(tenant, BUDGET, from.value()))
                        .filter(holding -> !(holding instanceof Holding.Occupied)))
                .orElseGet(() -> new Holding.Refused(Patience.LONGEST));
        return place instanceof Holding.Refused(var pause) ? Optional.of(pause) : Optional.empty();
    }

    void wrong(TenantId tenant, ClientAddress from) {
        throttle.spendHeld(tenant, BUDGET, from.value());
    }

    void right(TenantId tenant, ClientAddress from) {
        throttle.release(tenant, BUDGET, from.value());
    }
}
