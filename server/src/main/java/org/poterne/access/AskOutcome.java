package org.poterne.access;

import java.time.Duration;

/** What came of asking. */
sealed interface AskOutcome {

    /** Whether or not there is such an establishment (DA-4). */
    record Asked() implements AskOutcome {}

    record AlreadyAsked() implements AskOutcome {}

    record TooOften(Duration pause) implements AskOutcome {}

    /** Whoever asks administers nothing there any more, or the account has no access there. */
    record Gone() implements AskOutcome {}
}
