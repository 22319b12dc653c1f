package org.poterne.agent;

import java.time.Duration;
import java.util.Optional;
import org.poterne.account.AccountId;
import org.poterne.tenant.TenantId;
import org.poterne.tenant.Tenants;
import org.poterne.throttle.Budget;
import org.poterne.throttle.Spending.Exhausted;
import org.poterne.throttle.Spending.Granted;
import org.poterne.throttle.Throttle;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * How much one agent sees and does in an hour: an agent's stolen session, or an agent who collects, is slowed down and seen
 * (ASVS 5.0 2.4.1, 16.3.3).
 */
@Component
public class Volume {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Budget ALERTS = new Budget("desk alerts per agent", 1, HOUR);

    private final Throttle throttle;
    private final Tenants tenants;
    private final ApplicationEventPublisher events;

    Volume(Throttle throttle, Tenants tenants, ApplicationEventPublisher events) {
        this.throttle = throttle;
        this.tenants = tenants;
        this.events = events;
    }

    /** What is counted. */
    public enum Kind {
        SHEETS,
        ACTS,
        SEARCHES
    }

    /** @return how long to wait, when it was too much */
    public Optional<Duration> spend(TenantId tenant, AccountId agent, Kind kind) {
        if (throttle.spend(tenant, budget(tenant, kind), agent.toString()) instanceof Exhausted(var pause)) {
            if (throttle.spend(tenant, ALERTS, agent.toString()) instanceof Granted) {
                events.publishEvent(new VolumeExceeded(tenant, agent));
            }
            return Optional.of(pause);
        }
        return Optional.empty();
    }

    private Budget budget(TenantId tenant, Kind kind) {
        var policy = tenants.policy(tenant, DeskPolicy.class);
        return switch (kind) {
            case SHEETS -> new Budget("desk sheets per agent", policy.sheetsPerHour(), HOUR);
            case ACTS -> new Budget("desk acts per agent", policy.actsPerHour(), HOUR);
            case SEARCHES -> new Budget("desk searches per agent", policy.searchesPerHour(), HOUR);
        };
    }
}
