package org.poterne.signin;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.poterne.account.Accounts;
import org.poterne.account.EmailAddress;
import org.poterne.password.PasswordReplaced;
import org.poterne.tenant.TenantId;
import org.poterne.throttle.Budget;
import org.poterne.throttle.ClientAddress;
import org.poterne.throttle.Holding;
import org.poterne.throttle.Holding.Occupied;
import org.poterne.throttle.Holding.Refused;
import org.poterne.throttle.Throttle;
import org.springframework.context.event.EventListener;
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

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final Throttle throttle;
    private final Accounts accounts;

    GuessBudget(Throttle throttle, Accounts accounts) {
        this.throttle = throttle;
        this.accounts = accounts;
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
     * Holds a place in each budget before the guess is evaluated. While others hold the last places, it waits for them: a
     * whole class may sign in at once from one address, and nobody who types the right password is refused for it.
     *
     * @return how long to stay away, when a budget is spent; the guess is then not to be evaluated
     */
    Optional<Duration> hold(Guess guess) {
        var held = new LinkedHashMap<Budget, String>();
        for (var budget : guess.subjects().entrySet()) {
            var holding = holdOrWait(guess.tenant(), budget.getKey(), budget.getValue());
            if (holding instanceof Refused(var pause)) {
                wrong(new Guess(guess.tenant(), held));
                return Optional.of(pause);
            }
            held.put(budget.getKey(), budget.getValue());
        }
        return Optional.empty();
    }

    private Holding holdOrWait(TenantId tenant, Budget budget, String subject) {
        var holding = throttle.hold(tenant, budget, subject);
        for (var round = 0; holding instanceof Occupied && round < LONGEST_WAIT.dividedBy(BETWEEN_LOOKS); round++) {
            try {
                Thread.sleep(BETWEEN_LOOKS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return new Refused(LONGEST_WAIT);
            }
            holding = throttle.hold(tenant, budget, subject);
        }
        return holding instanceof Occupied ? new Refused(LONGEST_WAIT) : holding;
    }

    void wrong(Guess guess) {
        guess.subjects().forEach((budget, subject) -> throttle.spendHeld(guess.tenant(), budget, subject));
    }

    /** It was no guess: the password was right, or was never compared. */
    void right(Guess guess) {
        guess.subjects().forEach((budget, subject) -> throttle.release(guess.tenant(), budget, subject));
    }

    /** After a new password its owner gets in at once, whoever guessed at the old one (Keycloak #45388). */
    @EventListener
    void on(PasswordReplaced event) {
        accounts.find(event.tenant(), event.account())
                .ifPresent(account -> throttle.forgive(
                        event.tenant(), PER_IDENTIFIER, account.email().canonical()));
    }
}
