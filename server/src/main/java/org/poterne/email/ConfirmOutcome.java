package org.poterne.email;

import java.time.Duration;

/** What came of the button at the new address. */
sealed interface ConfirmOutcome {

    record Confirmed() implements ConfirmOutcome {}

    /** Unknown, spent, expired, another tenant's; or the address is somebody else's by now: the visitor is told no more. */
    record LinkUnusable() implements ConfirmOutcome {}

    record PasswordWrong() implements ConfirmOutcome {}

    record TooOften(Duration pause) implements ConfirmOutcome {}
}
