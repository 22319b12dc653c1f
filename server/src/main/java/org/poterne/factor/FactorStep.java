package org.poterne.factor;

import org.poterne.session.Entry;
import org.poterne.session.EntryStep;
import org.poterne.tenant.TenantId;
import org.springframework.stereotype.Component;

/** The door's second question, for everybody who holds a factor. */
@Component
public final class FactorStep implements EntryStep {

    /** What a factor's own page passes; whoever came with a factor alone has passed it too. */
    public static final String NAME = "factor";

    private final Factors factors;

    FactorStep(Factors factors) {
        this.factors = factors;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int rank() {
        return 10;
    }

    @Override
    public String path() {
        return "/sign-in/factor";
    }

    @Override
    public boolean isDue(TenantId tenant, Entry entry) {
        return factors.isAsked(tenant, entry.account());
    }
}
