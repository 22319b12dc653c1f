package org.poterne.signin;

import java.time.Duration;
import org.poterne.session.Entry;

/** What came of an identifier and a password. */
sealed interface SignInOutcome {

    /** Right: what else is asked before the session opens is not decided here. */
    record Right(Entry entry) implements SignInOutcome {}

    /**
     * Unknown, wrong, without a password yet, disabled: the visitor is told no more than this (ASVS 6.3.8), but for how many
     * attempts are left where the tenant says so, for identifiers that are nobody's too.
     */
    record Refused(int attemptsLeft) implements SignInOutcome {}

    /** Nothing is compared for a while, right or wrong. */
    record Locked() implements SignInOutcome {}

    /** The password was right, so its owner may be told: nobody has confirmed the address yet. */
    record Unconfirmed() implements SignInOutcome {}

    record TooOften(Duration pause) implements SignInOutcome {}
}
