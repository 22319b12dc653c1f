package org.poterne.approval;

import java.util.List;
import org.poterne.account.AccountId;
import org.poterne.authenticator.Authenticators;
import org.poterne.factor.BoundFactor;
import org.poterne.factor.Factor;
import org.poterne.tenant.TenantId;
import org.poterne.tenant.Tenants;
import org.springframework.stereotype.Component;

/** An approval as the door's second question, where the tenant asks it. */
@Component
class ApprovalFactor implements Factor {

    private final Authenticators authenticators;
    private final Tenants tenants;

    ApprovalFactor(Authenticators authenticators, Tenants tenants) {
        this.authenticators = authenticators;
        this.tenants = tenants;
    }

    @Override
    public String name() {
        return "approval";
    }

    @Override
    public int rank() {
        return 10;
    }

    @Override
    public String managePath() {
        return "/account/authenticators";
    }

    @Override
    public String askPath() {
        return "/sign-in/approval";
    }

    @Override
    public boolean isHeld(TenantId tenant, AccountId account) {
        return tenants.policy(tenant, ApprovalPolicy.class).isAskedAtTheDoor()
                && (authenticators.has(tenant, account) || authenticators.isMissed(tenant, account));
    }

    @Override
    public void dropAll(TenantId tenant, AccountId account) {
        authenticators.revokeAll(tenant, account);
    }

    @Override
    public List<BoundFactor> bound(TenantId tenant, AccountId account) {
        return authenticators.of(tenant, account).stream()
                .map(phone -> new BoundFactor(phone.name(), phone.since()))
                .toList();
    }
}
