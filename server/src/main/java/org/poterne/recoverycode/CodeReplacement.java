package org.poterne.recoverycode;

import java.util.List;
import org.poterne.factor.FactorChanges;
import org.poterne.session.SignedInPerson;
import org.poterne.tenant.TenantId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A fresh set takes the place of the one before; what follows elsewhere is in the same transaction. */
@Component
class CodeReplacement {

    private final KeptCodes kept;
    private final CodeSheets sheets;
    private final RecoveryCodeFactor factor;
    private final FactorChanges changes;
    private final ApplicationEventPublisher events;

    CodeReplacement(
            KeptCodes kept,
            CodeSheets sheets,
            RecoveryCodeFactor factor,
            FactorChanges changes,
            ApplicationEventPublisher events) {
        this.kept = kept;
        this.sheets = sheets;
        this.factor = factor;
        this.changes = changes;
        this.events = events;
    }

    /** @return whether it did: codes stand in for another factor, and there must be one */
    @Transactional
    public boolean replace(TenantId tenant, SignedInPerson person, CodeSet set, List<HashedCode> hashed) {
        changes.begin(tenant, person.account());
        if (!changes.isAsked(tenant, person.account())) {
            return false;
        }
        var before = kept.dropAll(tenant, person.account());
        kept.add(tenant, person.account(), hashed);
        sheets.put(tenant, person, set);
        if (before == 0) {
            changes.bound(tenant, person, factor);
        } else {
            events.publishEvent(new RecoveryCodesReplaced(tenant, person.account()));
        }
        return true;
    }

    /** @return whether there were any */
    @Transactional
    public boolean remove(TenantId tenant, SignedInPerson person) {
        changes.begin(tenant, person.account());
        sheets.drop(tenant, person.account());
        var removed = kept.dropAll(tenant, person.account()) > 0;
        if (removed) {
            changes.unbound(tenant, person, factor);
        }
        return removed;
    }
}
