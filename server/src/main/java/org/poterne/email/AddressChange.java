package org.poterne.email;

import java.time.Instant;
import java.util.UUID;
import org.poterne.account.AccountId;
import org.poterne.account.EmailAddress;

/**
 * From one address to another.
 *
 * @param expiresAt asked: no longer to be confirmed; made: no longer to be undone
 */
record AddressChange(UUID id, AccountId account, EmailAddress from, EmailAddress to, State state, Instant expiresAt) {

    enum State {
        ASKED,
        MADE,
        UNDONE
    }
}
