package org.poterne.email;

import java.time.Duration;

/** What came of asking for another address. Whether somebody else has it is told by letter, to whoever reads it. */
sealed interface AskOutcome {

    record Asked() implements AskOutcome {}

    /** Its holder does not change it here. */
    record NotTheirs() implements AskOutcome {}

    /** It is the account's own. */
    record SameAddress() implements AskOutcome {}

    record PasswordWrong() implements AskOutcome {}

    record TooOften(Duration pause) implements AskOutcome {}
}
