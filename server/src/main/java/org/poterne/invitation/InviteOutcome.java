package org.poterne.invitation;

import java.time.Duration;

/** What came of inviting, sending again or withdrawing. */
sealed interface InviteOutcome {

    record Done() implements InviteOutcome {}

    /** A right was asked for that the administrator does not hold: no page offers it. */
    record BeyondOwnRights() implements InviteOutcome {}

    record AlreadyThere() implements InviteOutcome {}

    record AlreadyInvited() implements InviteOutcome {}

    record TooOften(Duration pause) implements InviteOutcome {}

    /** Whoever decides administers nothing there any more, or the invitation is not pending. */
    record Gone() implements InviteOutcome {}
}
