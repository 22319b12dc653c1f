package org.poterne.account;

/** Whether an account opens anything at all. */
public enum AccountStatus {
    ACTIVE,
    /** Closed by an administrator: no sign-in, no letter, no reset. */
    DISABLED
}
