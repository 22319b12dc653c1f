package org.poterne.factor;

import org.poterne.account.AccountId;
import org.poterne.account.OwnAccount;
import org.poterne.lockout.FactorGuard;
import org.poterne.session.OwnSessions;
import org.poterne.session.SignedInPerson;
import org.poterne.tenant.TenantId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What follows when a factor is added or removed, in the transaction that does it: the account's other sessions end, since
 * they may be those of whoever made the change necessary (ASVS 5.0 7.4.3).
 */
@Component
public class FactorChanges {

    private final Factors factors;
    private final FactorGuard guard;
    private final OwnSessions sessions;
    private final OwnAccount own;

    FactorChanges(Factors factors, FactorGuard guard, OwnSessions sessions, OwnAccount own) {
        this.factors = factors;
        this.guard = guard;
        this.sessions = sessions;
        this.own = own;
    }

    /** Before anything is looked at: of two who change an account's factors at once, the second finds what the first left. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void begin(TenantId tenant, AccountId account) {
        own.hold(tenant, account);
    }

    /** After {@link #begin}: whether the account cannot do without it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean isNeeded(TenantId tenant, AccountId account, Factor factor) {
        return factors.isNeeded(tenant, account, factor);
    }

    /** After {@link #begin}: whether there is one that what stands in for another could stand in for. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean isAsked(TenantId tenant, AccountId account) {
        return factors.isAsked(tenant, account);
    }

    /**
     * After {@link #begin}, and by nobody's session: every factor of an account whose holder has lost them all. Wrong codes that
     * were counted against them count against no later one.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void dropAll(TenantId tenant, AccountId account) {
        factors.dropAll(tenant, account);
        guard.forget(tenant, account);
    }

    /** After it was added. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void bound(TenantId tenant, SignedInPerson person, Factor factor) {
        guard.forget(tenant, person.account());
        factors.bound(tenant, person.account(), factor);
        sessions.endOthers(tenant, person.account(), person.session());
    }

    /** After it was removed. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void unbound(TenantId tenant, SignedInPerson person, Factor factor) {
        factors.unbound(tenant, person.account(), factor);
        sessions.endOthers(tenant, person.account(), person.session());
    }
}
