package org.poterne.factor;

import java.util.List;
import org.poterne.account.AccountId;
import org.poterne.tenant.TenantId;

/**
 * A kind of second factor: a bean of the module that keeps it. Its words begin with {@code <name>.factor.}: {@code label},
 * {@code detail} on the account's page, {@code ask} for whoever chooses it at the door.
 */
public interface Factor {

    /** Stable: in words, events and the audit. A name of this product's modules: {@code totp}. */
    String name();

    /** Its place among the others, small first: the first one held is asked for at the door. */
    int rank();

    /** Where its holder sets it up and removes it: {@code /account/totp}. */
    String managePath();

    /** Where it is asked for at the door: {@code /sign-in/totp}. */
    String askPath();

    /** Whether it can be had at this tenant at all; the tenant decides besides whether it is offered. */
    default boolean isPossible(TenantId tenant) {
        return true;
    }

    /** Whether this account can show it. */
    boolean isHeld(TenantId tenant, AccountId account);

    /** Whether holding it makes the door ask. What only stands in for another does not. */
    default boolean isAskedOnceHeld() {
        return true;
    }

    /**
     * Removes all that the account holds of it, and what is half set up, in the transaction under way. It tells nobody: whoever
     * decided it does, once for all kinds.
     */
    void dropAll(TenantId tenant, AccountId account);

    /** Each of them, without a secret, for the copy of an account (GDPR art. 15). */
    default List<BoundFactor> bound(TenantId tenant, AccountId account) {
        return List.of();
    }
}
