package org.poterne.passkey;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.poterne.tenant.TenantId;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;

/**
 * One tenant's credentials for Spring's verification. It only looks: what was verified is written by whoever asked, in one
 * statement with the counter or in one transaction with the event.
 */
record BookedCredentials(TenantId tenant, PasskeyBook book) implements UserCredentialRepository {

    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes credential) {
        return book.find(tenant, credential).map(KeptPasskey::credential).orElse(null);
    }

    @Override
    public void save(CredentialRecord verified) {
        // PasskeyBook.add and PasskeyBook.used
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes handle) {
        throw new UnsupportedOperationException("options are made by PasskeyOptions");
    }

    @Override
    public void delete(Bytes credential) {
        throw new UnsupportedOperationException("its holder removes it: OwnPasskeys");
    }
}
