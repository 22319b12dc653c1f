package org.poterne.account;

import java.util.Optional;
import org.poterne.tenant.TenantId;

/** What may keep an account from being deleted: a bean of the module that would be left without it. */
public interface DeletionObstacle {

    /**
     * Asked once more in the transaction of the deletion: whoever answers there holds what it looked at until the end.
     *
     * @return the key of the sentence that says why, and what to do first
     */
    Optional<String> sentence(TenantId tenant, AccountId account);
}
