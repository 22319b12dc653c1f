package org.poterne.authenticator;

import java.util.Optional;
import org.poterne.account.PersonName;

/** What somebody calls their phone. */
record DeviceName(String value) {

    static final int LONGEST = 60;

    /** Any text of the outside world: one that is shown beside others must not look like another. */
    static Optional<DeviceName> parse(String text) {
        var tidied = PersonName.tidy(text);
        return tidied.isEmpty() || PersonName.length(tidied) > LONGEST || PersonName.holdsUnseen(tidied)
                ? Optional.empty()
                : Optional.of(new DeviceName(tidied));
    }
}
