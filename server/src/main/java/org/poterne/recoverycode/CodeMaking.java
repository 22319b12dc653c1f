package org.poterne.recoverycode;

import java.util.List;
import org.poterne.password.SlowHashes;
import org.poterne.session.SignedInPerson;
import org.poterne.tenant.TenantId;
import org.springframework.stereotype.Component;

/** Makes a fresh set: hashed before the transaction that keeps it, since hashing waits for a core, ten times (decision 0006). */
@Component
class CodeMaking {

    private final SlowHashes hashes;
    private final CodeReplacement replacement;

    CodeMaking(SlowHashes hashes, CodeReplacement replacement) {
        this.hashes = hashes;
        this.replacement = replacement;
    }

    /** @return whether it did */
    boolean make(TenantId tenant, SignedInPerson person) {
        var set = CodeSet.fresh();
        return replacement.replace(tenant, person, set, hashed(set));
    }

    private List<HashedCode> hashed(CodeSet set) {
        return set.codes().stream()
                .map(code -> new HashedCode(code.selector(), hashes.hash(code.secret())))
                .toList();
    }
}
