package org.poterne.registration;

import java.util.List;
import org.poterne.account.AccountId;
import org.poterne.password.PasswordRule;

/** What came of sending the sign-up page. */
sealed interface SignUpOutcome {

    /**
     * A letter is on its way. Where messages are neutral, that is all anybody is told.
     *
     * @param account the one to confirm, or one that does not exist
     */
    record Sent(AccountId account) implements SignUpOutcome {}

    /** What will not do, all at once. */
    record Refused(List<FieldRefusal> fields, List<PasswordRule> broken) implements SignUpOutcome {}
}
