package org.poterne.holder;

import java.util.Optional;
import org.poterne.account.PersonName;

/** A name as a holder typed it, and what keeps it from being one. */
public record TypedName(String givenName, String familyName) {

    /** Each has its sentence, {@code holder.name.refused.<reason>}. */
    enum Refusal {
        MISSING("missing"),
        TOO_LONG("too-long"),
        UNSEEN("unseen");

        private final String reason;

        Refusal(String reason) {
            this.reason = reason;
        }

        String reason() {
            return reason;
        }
    }

    static TypedName of(String givenName, String familyName) {
        return new TypedName(PersonName.tidy(givenName), PersonName.tidy(familyName));
    }

    Optional<Refusal> refusedGivenName() {
        return refusal(givenName);
    }

    /** The one that nobody does without: where a tenant asks for a single name, it is kept here. */
    Optional<Refusal> refusedFamilyName() {
        return familyName.isEmpty() ? Optional.of(Refusal.MISSING) : refusal(familyName);
    }

    private static Optional<Refusal> refusal(String name) {
        if (PersonName.holdsUnseen(name)) {
            return Optional.of(Refusal.UNSEEN);
        }
        return PersonName.length(name) > PersonName.LONGEST ? Optional.of(Refusal.TOO_LONG) : Optional.empty();
    }
}
