package org.poterne.totp;

import org.poterne.account.AccountId;
import org.poterne.key.InstallationKey;
import org.poterne.tenant.TenantId;
import org.springframework.stereotype.Component;

/** Seeds at rest: whoever reads the database reads no seed, and whoever writes to it cannot give one to another account. */
@Component
final class SealedSeeds {

    private static final String PURPOSE = "totp seed";

    private final InstallationKey key;

    SealedSeeds(InstallationKey key) {
        this.key = key;
    }

    byte[] seal(TenantId tenant, AccountId account, Seed seed) {
        return key.seal(PURPOSE, context(tenant, account), seed.toSeal());
    }

    /** @throws IllegalStateException when it was sealed with another key: a failure, never "wrong code" */
    Seed open(TenantId tenant, AccountId account, byte[] sealed) {
        return key.open(PURPOSE, context(tenant, account), sealed)
                .map(Seed::opened)
                .orElseThrow(() -> new IllegalStateException("a seed that this installation's key does not open"));
    }

    private static String context(TenantId tenant, AccountId account) {
        return tenant.value() + " " + account;
    }
}
