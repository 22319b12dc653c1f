package org.poterne.recoverycode;

import java.util.List;
import java.util.Optional;
import org.poterne.account.AccountId;
import org.poterne.device.DeviceId;
import org.poterne.factor.BoundFactor;
import org.poterne.factor.CodeFactor;
import org.poterne.lockout.CodeComparison;
import org.poterne.tenant.TenantId;
import org.springframework.stereotype.Component;

/** What the house knows of these codes: they stand in for another factor, and are none by themselves. */
@Component
class RecoveryCodeFactor implements CodeFactor {

    static final String MANAGE = "/account/recoverycode";
    static final String ASK = "/sign-in/recoverycode";

    private final KeptCodes codes;
    private final RecoveryCodes typed;
    private final CodeSheets sheets;

    RecoveryCodeFactor(KeptCodes codes, RecoveryCodes typed, CodeSheets sheets) {
        this.codes = codes;
        this.typed = typed;
        this.sheets = sheets;
    }

    @Override
    public String name() {
        return "recoverycode";
    }

    @Override
    public int rank() {
        return 90;
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
        return codes.left(tenant, account) > 0;
    }

    @Override
    public boolean isAskedOnceHeld() {
        return false;
    }

    @Override
    public CodeComparison compare(TenantId tenant, AccountId account, Optional<DeviceId> device, String code) {
        return typed.spend(tenant, account, device, code);
    }

    @Override
    public void dropAll(TenantId tenant, AccountId account) {
        sheets.drop(tenant, account);
        codes.dropAll(tenant, account);
    }

    @Override
    public List<BoundFactor> bound(TenantId tenant, AccountId account) {
        return codes.madeAt(tenant, account)
                .map(made -> List.of(new BoundFactor("", made)))
                .orElse(List.of());
    }
}
