package org.poterne.factor;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.poterne.account.AccountId;
import org.poterne.tenant.TenantId;
import org.poterne.tenant.Tenants;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The second factors of every account, whichever module keeps them. */
@Component
public class Factors {

    private final List<Factor> all;
    private final Tenants tenants;
    private final ApplicationEventPublisher events;

    Factors(ObjectProvider<Factor> all, Tenants tenants, ApplicationEventPublisher events) {
        this.all = all.stream().sorted(Comparator.comparingInt(Factor::rank)).toList();
        this.tenants = tenants;
        this.events = events;
    }

    /** Those of this tenant, in their order. */
    public List<Factor> offered(TenantId tenant) {
        var policy = tenants.policy(tenant, FactorPolicy.class);
        return all.stream()
                .filter(factor -> policy.offers(factor.name()) && factor.isPossible(tenant))
                .toList();
    }

    /** Whether somebody may add one of these. */
    public boolean isOffered(TenantId tenant, Factor factor) {
        return offered(tenant).contains(factor);
    }

    /** What the account can show, in the order to ask in. One that its tenant no longer offers is asked for all the same. */
    public List<Factor> held(TenantId tenant, AccountId account) {
        return all.stream().filter(factor -> factor.isHeld(tenant, account)).toList();
    }

    /** A factor that is shown by typing a code, by its name. */
    public Optional<CodeFactor> code(String name) {
        return all.stream()
                .filter(factor -> factor.name().equals(name))
                .filter(CodeFactor.class::isInstance)
                .map(CodeFactor.class::cast)
                .findFirst();
    }

    /** What else the account could show in the place of this one. */
    public List<Factor> others(TenantId tenant, AccountId account, Factor asked) {
        return held(tenant, account).stream()
                .filter(factor -> !factor.name().equals(asked.name()))
                .toList();
    }

    /** Whether the password alone opens nothing (ASVS 5.0 6.3.4: every way in asks the same). */
    public boolean isAsked(TenantId tenant, AccountId account) {
        return all.stream().anyMatch(factor -> factor.isAskedOnceHeld() && factor.isHeld(tenant, account));
    }

    /** Whether the tenant asks everybody for one, and this account has none yet. */
    public boolean isMissing(TenantId tenant, AccountId account) {
        return isRequired(tenant) && !isAsked(tenant, account);
    }

    /** Whether it is the last that the door asks for, at a tenant that asks everybody: it stays (NIST SP 800-63B-4 §4.5). */
    public boolean isNeeded(TenantId tenant, AccountId account, Factor factor) {
        return isRequired(tenant) && factor.isAskedOnceHeld() && isAlone(tenant, account, factor);
    }

    /** Whether the password alone would open the account without it. */
    public boolean isAlone(TenantId tenant, AccountId account, Factor factor) {
        return others(tenant, account, factor).stream().noneMatch(Factor::isAskedOnceHeld);
    }

    private boolean isRequired(TenantId tenant) {
        return tenants.policy(tenant, FactorPolicy.class).required();
    }

    void dropAll(TenantId tenant, AccountId account) {
        all.forEach(factor -> factor.dropAll(tenant, account));
    }

    /** In the transaction that binds it; its holder is told (NIST SP 800-63B-4 §4.6). */
    @Transactional(propagation = Propagation.MANDATORY)
    public void bound(TenantId tenant, AccountId account, Factor factor) {
        events.publishEvent(new FactorBound(tenant, account, factor.name()));
    }

    /** In the transaction that removes it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void unbound(TenantId tenant, AccountId account, Factor factor) {
        events.publishEvent(new FactorUnbound(tenant, account, factor.name()));
    }
}
