package org.poterne.signin;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.poterne.account.EmailAddress;
import org.poterne.tenant.TenantId;
import org.poterne.throttle.Budget;
import org.poterne.throttle.ClientAddress;
import org.poterne.throttle.Spending.Exhausted;
import org.poterne.throttle.Throttle;
import org.springframework.stereotype.Component;

/**
 * How often somebody may guess: per address, whatever the account, and per identifier, whatever the address; never per
 * pair (OWASP Authentication, "Account Lockout"). Unknown identifiers are counted as known ones are.
 */
@Component
final class GuessBudget {

    private static final Budget PER_MINUTE = new Budget("sign-in per address and minute", 20, Duration.ofMinutes(1));
    private static final Budget PER_HOUR = new Budget("sign-in per address and hour", 200, Duration.ofHours(1));
    private static final Budget PER_IDENTIFIER = new Budget("sign-in per identifier", 10, Duration.ofMinutes(15));

    private final Throttle throttle;

    GuessBudget(Throttle throttle) {
        this.throttle = throttle;
    }

    /** One guess at one identifier from one address, counted before it is evaluated. */
    record Guess(TenantId tenant, Map<Budget, String> subjects) {}

    static Guess guess(TenantId tenant, String identifier, ClientAddress from) {
        var canonical =
                EmailAddress.parse(identifier).map(EmailAddress::canonical).orElseGet(identifier::strip);
        var subjects = new LinkedHashMap<Budget, String>();
        subjects.put(PER_MINUTE, from.value());
        subjects.put(PER_HOUR, from.value());
        subjects.put(PER_IDENTIFIER, canonical);
        return new Guess(tenant, subjects);
    }

    /**
     * Counts the guess.
     *
     * @return how long to wait, when one budget is spent; the guess is then not to be evaluated
     */
    Optional<Duration> count(Guess guess) {
        for (var budget : guess.subjects().entrySet()) {
            if (throttle.spend(guess.tenant(), budget.getKey(), budget.getValue()) instanceof Exhausted(var wait)) {
                return Optional.of(wait);
            }
        }
        return Optional.empty();
    }

    /** It was no guess: the password was right, or was never compared. */
    void forgive(Guess guess) {
        guess.subjects().forEach((budget, subject) -> throttle.giveBack(guess.tenant(), budget, subject));
    }
}
