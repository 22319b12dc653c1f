package org.poterne.signin;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.poterne.tenant.TenantId;
import org.poterne.throttle.Budget;
import org.poterne.throttle.ClientAddress;
import org.poterne.throttle.Holding.Occupied;
import org.poterne.throttle.Holding.Refused;
import org.poterne.throttle.Patience;
import org.poterne.throttle.Throttle;
import org.springframework.stereotype.Component;

/**
 * How many wrong guesses come from one address, whatever the account. The other count, per account whatever the address, is
 * {@code lockout}'s; there is none per pair (OWASP Authentication, "Account Lockout").
 */
@Component
final class AddressBudget {

    private static final List<Budget> BUDGETS = List.of(
            new Budget("sign-in per address and minute", 20, Duration.ofMinutes(1)),
            new Budget("sign-in per address and hour", 200, Duration.ofHours(1)));

    private final Throttle throttle;

    AddressBudget(Throttle throttle) {
        this.throttle = throttle;
    }

    /**
     * Holds a place in each budget before the guess is evaluated.
     *
     * @return how long to stay away, when a budget is spent; the guess is then not to be evaluated
     */
    Optional<Duration> hold(TenantId tenant, ClientAddress from) {
        var held = new ArrayList<Budget>();
        for (var budget : BUDGETS) {
            var holding = Patience.await(() -> Optional.of(throttle.hold(tenant, budget, from.value()))
                            .filter(place -> !(place instanceof Occupied)))
                    .orElseGet(() -> new Refused(Patience.LONGEST));
            if (holding instanceof Refused(var pause)) {
                held.forEach(earlier -> throttle.spendHeld(tenant, earlier, from.value()));
                return Optional.of(pause);
            }
            held.add(budget);
        }
        return Optional.empty();
    }

    void wrong(TenantId tenant, ClientAddress from) {
        BUDGETS.forEach(budget -> throttle.spendHeld(tenant, budget, from.value()));
    }

    /** It was no guess: the password was right, or was never compared. */
    void right(TenantId tenant, ClientAddress from) {
        BUDGETS.forEach(budget -> throttle.release(tenant, budget, from.value()));
    }
}
