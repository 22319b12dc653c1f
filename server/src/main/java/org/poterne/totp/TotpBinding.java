package org.poterne.totp;

import java.time.Clock;
import java.util.UUID;
import org.poterne.account.PersonName;
import org.poterne.factor.FactorChanges;
import org.poterne.session.SignedInPerson;
import org.poterne.tenant.TenantId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An application becomes the account's, or is no longer. What follows elsewhere is in the same transaction. */
@Component
class TotpBinding {

    /** Each is one more code that is right at a time: not without end. */
    static final int MOST = 5;

    private static final int LONGEST_NAME = 40; // code points

    private final TotpApps apps;
    private final TotpOffers offers;
    private final TotpFactor factor;
    private final FactorChanges changes;
    private final Clock clock;

    TotpBinding(TotpApps apps, TotpOffers offers, TotpFactor factor, FactorChanges changes, Clock clock) {
        this.apps = apps;
        this.offers = offers;
        this.factor = factor;
        this.changes = changes;
        this.clock = clock;
    }

    /** Active from its first valid code on, and not before (MF-1): a seed badly copied locks nobody out. */
    @Transactional
    public BindOutcome bind(TenantId tenant, SignedInPerson person, String name, String typed) {
        changes.begin(tenant, person.account());
        var seed = offers.of(tenant, person);
        if (seed.isEmpty() || apps.of(tenant, person.account()).size() >= MOST) {
            return BindOutcome.NOTHING_OFFERED;
        }
        var tidied = PersonName.tidy(name);
        if (tidied.isEmpty() || PersonName.length(tidied) > LONGEST_NAME || PersonName.holdsUnseen(tidied)) {
            return BindOutcome.UNREADABLE_NAME;
        }
        var step = TypedCode.parse(typed).flatMap(code -> seed.get().step(code, clock.instant(), 0));
        if (step.isEmpty()) {
            return BindOutcome.WRONG_CODE;
        }
        offers.end(tenant, person.account());
        apps.add(tenant, person.account(), tidied, seed.get(), step.get());
        changes.bound(tenant, person, factor);
        return BindOutcome.BOUND;
    }

    @Transactional
    public RemoveOutcome remove(TenantId tenant, SignedInPerson person, UUID app) {
        changes.begin(tenant, person.account());
        if (apps.of(tenant, person.account()).size() == 1 && changes.isNeeded(tenant, person.account(), factor)) {
            return RemoveOutcome.NEEDED;
        }
        if (!apps.remove(tenant, person.account(), app)) {
            return RemoveOutcome.GONE;
        }
        changes.unbound(tenant, person, factor);
        return RemoveOutcome.REMOVED;
    }
}
