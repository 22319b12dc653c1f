package org.poterne.argon2;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Tells the operator which implementation hashes passwords; it is well with either. */
@Component("argon2HealthIndicator")
final class Argon2Health implements HealthIndicator {

    private final QuickestArgon2 argon2;

    Argon2Health(QuickestArgon2 argon2) {
        this.argon2 = argon2;
    }

    @Override
    public Health health() {
        return Health.up().withDetail("implementation", argon2.name()).build();
    }
}
