package org.poterne.lockout;

import java.util.Optional;
import org.poterne.account.AccountId;

/**
 * One counter: of an account's strangers, of one of its known devices, of the password itself, or of an identifier that is
 * nobody's and is counted all the same.
 *
 * @param subject keyed digest, in hexadecimal: the table names nobody who was merely typed
 * @param limit guesses that may be wrong before it is shut
 */
record Lane(String subject, Optional<AccountId> account, int limit) {

    /** Nothing of what it counts. */
    @Override
    public String toString() {
        return "Lane[limit=" + limit + "]";
    }
}
