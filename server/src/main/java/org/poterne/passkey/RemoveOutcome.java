package org.poterne.passkey;

/** What came of removing a passkey. */
enum RemoveOutcome {
    REMOVED,
    /** It was not there any more. */
    GONE,
    /** It is the account's last factor, and the tenant asks everybody for one. */
    NEEDED
}
