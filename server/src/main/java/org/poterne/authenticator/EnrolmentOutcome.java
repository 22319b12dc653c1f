package org.poterne.authenticator;

import java.time.Duration;
import java.util.UUID;
import org.poterne.account.Account;

/** What came of adding a phone. */
sealed interface EnrolmentOutcome {

    record Bound(UUID authenticator, Account account) implements EnrolmentOutcome {}

    /** Unknown, mistyped, spent, expired, another tenant's: the phone is told no more than this. */
    record CodeUnusable() implements EnrolmentOutcome {}

    /** The lock it would answer with was not shown to work. */
    record Unverified() implements EnrolmentOutcome {}

    record TooManyPhones() implements EnrolmentOutcome {}

    record TooOften(Duration pause) implements EnrolmentOutcome {}
}
