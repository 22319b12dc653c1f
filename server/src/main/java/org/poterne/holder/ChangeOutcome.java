package org.poterne.holder;

import java.time.Duration;

/** What came of a change that asks the password. */
sealed interface ChangeOutcome {

    record Made() implements ChangeOutcome {}

    record PasswordWrong() implements ChangeOutcome {}

    record TooOften(Duration pause) implements ChangeOutcome {}
}
