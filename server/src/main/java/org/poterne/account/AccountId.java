package org.poterne.account;

import java.util.UUID;

/** An account's name inside its tenant. Public and guessable by design: never a secret (RFC 9562 §8). */
public record AccountId(UUID value) {

    static AccountId fresh() {
        return new AccountId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
