package org.poterne.passkey;

/** What a passkey is asked for: a challenge of one is worth nothing for another. */
public enum PasskeyPurpose {
    /** A new one is made. */
    REGISTRATION,
    /** Beside a password that was right. */
    SECOND_FACTOR,
    /** In the place of the password. */
    SIGN_IN,
    /** For a new password. */
    RECOVERY
}
