package org.poterne.totp;

/** What came of the wish to do without an application. */
enum RemoveOutcome {
    REMOVED,
    /** The tenant asks everybody for a second factor, and this is the last (MF-7). */
    NEEDED,
    GONE
}
