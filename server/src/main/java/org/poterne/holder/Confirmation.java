package org.poterne.holder;

import java.time.Duration;
import java.time.Instant;

/** Whether who is signed in knows the account's password. */
sealed interface Confirmation {

    /** @param since when that password became the account's */
    record Right(Instant since) implements Confirmation {}

    record Wrong() implements Confirmation {}

    /** Right or wrong, it was not compared, or it was the last wrong one. */
    record Locked() implements Confirmation {}

    record TooOften(Duration pause) implements Confirmation {}
}
