package org.poterne.courier;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Letters that wait, for the operator's eyes. Never a reason to take the door out of service: a letter can wait. */
@Component("lettersHealthIndicator")
final class LettersHealth implements HealthIndicator {

    private final LetterRegister register;

    LettersHealth(LetterRegister register) {
        this.register = register;
    }

    @Override
    public Health health() {
        try {
            return Health.up().withDetails(register.standing()).build();
        } catch (DataAccessException | TransactionException _) {
            return Health.up().withDetail("waiting", "unknown").build(); // the database speaks for itself
        }
    }
}
