package org.poterne.recovery;

import org.poterne.token.OneTimeToken;

/** By what somebody comes back to choose a new password. */
sealed interface WayBack {

    /** The link of a letter: what comes before it stands, and it is spent with the new password. */
    record Link(OneTimeToken token) implements WayBack {}

    /** This browser's own attempt: all its proofs stand already. */
    record Attempt(AttemptId id) implements WayBack {}
}
