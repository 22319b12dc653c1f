package org.poterne.courier;

import java.util.Locale;

/** Where a letter stands, as the operator reads it in table {@code letter}. */
enum LetterState {
    WAITING,
    SENT,
    /** Nobody to write to: an unknown address, a spent budget. */
    NOBODY,
    /** Could not be sent before its link would have died. */
    STALE,
    /** Refused for good by the mail server. */
    UNDELIVERABLE;

    String column() {
        return name().toLowerCase(Locale.ROOT);
    }
}
