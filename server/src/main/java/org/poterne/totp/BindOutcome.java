package org.poterne.totp;

/** What came of the first code. */
enum BindOutcome {
    BOUND,
    WRONG_CODE,
    UNREADABLE_NAME,
    /** The page was left open too long, or another one took its place: there is no seed to prove. */
    NOTHING_OFFERED
}
