package org.poterne.passkey;

import org.poterne.factor.FactorChanges;
import org.poterne.session.SignedInPerson;
import org.poterne.tenant.TenantId;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A passkey becomes the account's, or is no longer. What follows elsewhere is in the same transaction. */
@Component
class OwnPasskeys {

    private final PasskeyBook book;
    private final PasskeyFactor factor;
    private final FactorChanges changes;

    OwnPasskeys(PasskeyBook book, PasskeyFactor factor, FactorChanges changes) {
        this.book = book;
        this.factor = factor;
        this.changes = changes;
    }

    /** @return whether there was room, and it was not there already */
    @Transactional
    public boolean add(TenantId tenant, SignedInPerson person, CredentialRecord credential, PasskeyName name) {
        changes.begin(tenant, person.account());
        var added = book.add(tenant, person.account(), credential, name);
        if (added) {
            changes.bound(tenant, person, factor);
        }
        return added;
    }

    @Transactional
    public RemoveOutcome remove(TenantId tenant, SignedInPerson person, PasskeyId passkey) {
        changes.begin(tenant, person.account());
        var isLast = book.of(tenant, person.account()).size() == 1;
        if (isLast && changes.isNeeded(tenant, person.account(), factor)) {
            return RemoveOutcome.NEEDED;
        }
        if (!book.remove(tenant, person.account(), passkey)) {
            return RemoveOutcome.GONE;
        }
        changes.unbound(tenant, person, factor);
        return RemoveOutcome.REMOVED;
    }
}
