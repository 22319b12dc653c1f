package org.poterne.lockout;

import java.time.Instant;

/** What came of a password typed within the budget of failures. */
public sealed interface Comparison {

    /** @param since when this became the account's password: {@code Passwords.isStillThatOf} wants it */
    record Right(Instant since) implements Comparison {}

    /** @param attemptsLeft before the lock, at least 1 */
    record Wrong(int attemptsLeft) implements Comparison {}

    /** Too many were wrong: this one has locked it, or came after; right or wrong, it was not compared. */
    record Locked() implements Comparison {}

    /** So many guesses at once that this one never had its turn: not compared, not counted. */
    record Crowded() implements Comparison {}
}
