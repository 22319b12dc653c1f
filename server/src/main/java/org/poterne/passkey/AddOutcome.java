package org.poterne.passkey;

import java.util.Locale;

/** What came of making a passkey. */
enum AddOutcome {
    ADDED,
    /** The script did not run, or the browser cannot. */
    NOTHING_SENT,
    /** Too late, asked elsewhere, not verified, badly signed. */
    REFUSED,
    NAME,
    /** There is no room, or it is there already. */
    FULL;

    /** Of its sentence. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
