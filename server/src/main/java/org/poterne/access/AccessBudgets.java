package org.poterne.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.poterne.membership.Establishment;
import org.poterne.membership.EstablishmentId;
import org.poterne.membership.Establishments;
import org.poterne.tenant.TenantId;
import org.poterne.tenant.Tenants;
import org.poterne.throttle.Budget;
import org.poterne.throttle.Spending.Exhausted;
import org.poterne.throttle.Throttle;
import org.springframework.stereotype.Component;

/** Whom a wish reaches, for how long, and how often: counted by what was typed, be it somebody's or nobody's. */
@Component
class AccessBudgets {

    private final Establishments establishments;
    private final Throttle throttle;
    private final Tenants tenants;
    private final Clock clock;

    AccessBudgets(Establishments establishments, Throttle throttle, Tenants tenants, Clock clock) {
        this.establishments = establishments;
        this.throttle = throttle;
        this.tenants = tenants;
        this.clock = clock;
    }

    /** Number and address together; either alone is a guess. */
    Optional<EstablishmentId> establishment(TenantId tenant, Wish wish) {
        return establishments.find(tenant, wish.number(), wish.email()).map(Establishment::id);
    }

    Instant expiry(TenantId tenant) {
        return clock.instant().plus(tenants.policy(tenant, AccessPolicy.class).life());
    }

    /** @return how long to wait, when a budget is spent */
    Optional<Duration> spend(TenantId tenant, Wish wish) {
        var policy = tenants.policy(tenant, AccessPolicy.class);
        return pause(
                        tenant,
                        policy.perAdministrator(),
                        wish.by().own().account().toString())
                .or(() -> pause(
                        tenant, AccessPolicy.perEstablishment(), wish.number().value()));
    }

    private Optional<Duration> pause(TenantId tenant, Budget budget, String subject) {
        return throttle.spend(tenant, budget, subject) instanceof Exhausted(var pause)
                ? Optional.of(pause)
                : Optional.empty();
    }
}
