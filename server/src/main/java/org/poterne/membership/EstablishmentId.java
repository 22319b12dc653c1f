package org.poterne.membership;

import java.util.UUID;

/** An establishment's name inside its tenant, for the database alone: people say its number. */
public record EstablishmentId(UUID value) {

    static EstablishmentId fresh() {
        return new EstablishmentId(UUID.randomUUID());
    }
}
