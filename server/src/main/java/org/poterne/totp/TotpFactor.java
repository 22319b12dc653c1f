package org.poterne.totp;

import java.util.List;
import java.util.Optional;
import org.poterne.account.AccountId;
import org.poterne.device.DeviceId;
import org.poterne.factor.BoundFactor;
import org.poterne.factor.CodeFactor;
import org.poterne.lockout.CodeComparison;
import org.poterne.tenant.TenantId;
import org.springframework.stereotype.Component;

/** What the house knows of these codes. */
@Component
class TotpFactor implements CodeFactor {

    static final String MANAGE = "/account/totp";
    static final String ASK = "/sign-in/totp";

    private final TotpApps apps;
    private final TotpCodes codes;
    private final TotpOffers offers;

    TotpFactor(TotpApps apps, TotpCodes codes, TotpOffers offers) {
        this.apps = apps;
        this.codes = codes;
        this.offers = offers;
    }

    @Override
    public String name() {
        return "totp";
    }

    @Override
    public int rank() {
        return 30;
    }

    @Override
    public String managePath() {
        return MANAGE;
    }

    @Override
    public String askPath() {
        return ASK;
    }

    @Override
    public boolean isHeld(TenantId tenant, AccountId account) {
        return !apps.of(tenant, account).isEmpty();
    }

    @Override
    public CodeComparison compare(TenantId tenant, AccountId account, Optional<DeviceId> device, String typed) {
        return codes.verify(tenant, account, device, typed);
    }

    @Override
    public void dropAll(TenantId tenant, AccountId account) {
        offers.end(tenant, account);
        apps.removeAll(tenant, account);
    }

    @Override
    public List<BoundFactor> bound(TenantId tenant, AccountId account) {
        return apps.of(tenant, account).stream()
                .map(app -> new BoundFactor(app.name(), app.since()))
                .toList();
    }
}
