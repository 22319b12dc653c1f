package org.poterne.signin;

import java.time.Duration;
import org.poterne.session.SessionId;

/** What came of an identifier and a password. */
sealed interface SignInOutcome {

    record Opened(SessionId session) implements SignInOutcome {}

    /** Unknown, wrong, without a password yet, disabled: the visitor is told no more than this (ASVS 6.3.8). */
    record Refused() implements SignInOutcome {}

    record TooOften(Duration pause) implements SignInOutcome {}
}
