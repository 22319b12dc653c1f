package org.poterne.passkey;

import java.util.List;
import org.poterne.account.AccountId;
import org.poterne.factor.BoundFactor;
import org.poterne.factor.Factor;
import org.poterne.tenant.TenantId;
import org.springframework.stereotype.Component;

/** Asked for before the others: it alone withstands a counterfeit page (NIST SP 800-63B-4 §3.2.5). */
@Component
final class PasskeyFactor implements Factor {

    static final String NAME = "passkey";

    private final Passkeys passkeys;
    private final PasskeyBook book;

    PasskeyFactor(Passkeys passkeys, PasskeyBook book) {
        this.passkeys = passkeys;
        this.book = book;
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
    public String managePath() {
        return "/account/passkey";
    }

    @Override
    public String askPath() {
        return "/sign-in/passkey";
    }

    @Override
    public boolean isPossible(TenantId tenant) {
        return passkeys.arePossible(tenant);
    }

    @Override
    public boolean isHeld(TenantId tenant, AccountId account) {
        return passkeys.isHeld(tenant, account);
    }

    @Override
    public void dropAll(TenantId tenant, AccountId account) {
        book.removeAll(tenant, account);
    }

    @Override
    public List<BoundFactor> bound(TenantId tenant, AccountId account) {
        return passkeys.list(tenant, account).stream()
                .map(passkey -> new BoundFactor(passkey.name(), passkey.createdAt()))
                .toList();
    }
}
