package org.poterne.recoverycode;

import org.poterne.factor.FactorUnbound;
import org.poterne.factor.Factors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * With the last factor that they stand in for, codes are over: a paper that was forgotten would else be worth something again with
 * the next one.
 */
@Component
class OrphanedCodes {

    private final Factors factors;
    private final KeptCodes kept;
    private final CodeSheets sheets;

    OrphanedCodes(Factors factors, KeptCodes kept, CodeSheets sheets) {
        this.factors = factors;
        this.kept = kept;
        this.sheets = sheets;
    }

    @EventListener
    void on(FactorUnbound event) {
        if (!factors.isAsked(event.tenant(), event.account())) {
            kept.dropAll(event.tenant(), event.account());
            sheets.drop(event.tenant(), event.account());
        }
    }
}
