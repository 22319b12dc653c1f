package org.poterne.recovery;

import java.util.List;
import org.poterne.password.PasswordRule;

/** What came of typing a new password. */
sealed interface ResetOutcome {

    record Done() implements ResetOutcome {}

    /** Unknown, spent, expired or another tenant's: the visitor is told no more than this. */
    record LinkUnusable() implements ResetOutcome {}

    /** The account of the link was not described: which field it was, nobody is told. */
    record Mismatch() implements ResetOutcome {}

    record PasswordRefused(List<PasswordRule> broken) implements ResetOutcome {}
}
