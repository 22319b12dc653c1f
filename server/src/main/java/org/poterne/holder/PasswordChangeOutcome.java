package org.poterne.holder;

import java.time.Duration;
import java.util.List;
import org.poterne.password.PasswordRule;
import org.poterne.session.SessionId;

/** What came of typing the current password and a new one. */
sealed interface PasswordChangeOutcome {

    /** @param session the only one that is left, for this browser */
    record Changed(SessionId session) implements PasswordChangeOutcome {}

    record CurrentRefused(ChangeOutcome.Reason reason) implements PasswordChangeOutcome {}

    /** The new one is the current one. */
    record Unchanged() implements PasswordChangeOutcome {}

    record Refused(List<PasswordRule> broken) implements PasswordChangeOutcome {}

    record TooOften(Duration pause) implements PasswordChangeOutcome {}
}
