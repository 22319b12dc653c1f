package org.poterne.approval;

import org.poterne.account.AccountId;
import org.poterne.tenant.TenantId;
import org.poterne.tenant.Tenants;
import org.poterne.throttle.Spending.Granted;
import org.poterne.throttle.Throttle;
import org.springframework.stereotype.Component;

/** How many requests an account's devices are shown within a while: the browsers it knows have a count of their own. */
@Component
class ApprovalBudget {

    private final Throttle throttle;
    private final Tenants tenants;

    ApprovalBudget(Throttle throttle, Tenants tenants) {
        this.throttle = throttle;
        this.tenants = tenants;
    }

    boolean grants(TenantId tenant, AccountId account, AskedBy who) {
        var budget = tenants.policy(tenant, ApprovalPolicy.class).budget();
        return throttle.spend(tenant, budget, who.word() + " " + account) instanceof Granted;
    }
}
