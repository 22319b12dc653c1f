package org.poterne.renewal;

import java.time.Clock;
import org.poterne.password.PasswordPolicy;
import org.poterne.session.Entry;
import org.poterne.session.EntryStep;
import org.poterne.tenant.TenantId;
import org.poterne.tenant.Tenants;
import org.springframework.stereotype.Component;

/**
 * An expired password is not usable any more, but for choosing the next (NIST SP 800-63B-4 §4.4). It is told to whoever has
 * shown it, and the factor with it; whoever came without a password is asked for none (EX-3).
 */
@Component
final class RenewalStep implements EntryStep {

    static final String PATH = "/sign-in/renewal";

    private final Tenants tenants;
    private final Clock clock;

    RenewalStep(Tenants tenants, Clock clock) {
        this.tenants = tenants;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "renewal";
    }

    @Override
    public int rank() {
        return 20;
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public boolean isDue(TenantId tenant, Entry entry) {
        var policy = tenants.policy(tenant, PasswordPolicy.class);
        return entry.since()
                .flatMap(policy::expiry)
                .filter(expiry -> !clock.instant().isBefore(expiry))
                .isPresent();
    }
}
