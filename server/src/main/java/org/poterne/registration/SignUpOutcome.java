package org.poterne.registration;

import java.util.List;
import java.util.Map;
import org.poterne.account.AccountId;
import org.poterne.password.PasswordRule;
import org.poterne.profile.ProfileRefusal;

/** What came of sending the sign-up page. */
sealed interface SignUpOutcome {

    /**
     * A letter is on its way. Where messages are neutral, that is all anybody is told.
     *
     * @param account the one to confirm, or one that does not exist
     */
    record Sent(AccountId account) implements SignUpOutcome {}

    /** What will not do, all at once. */
    record Refused(List<FieldRefusal> fields, Map<String, ProfileRefusal> profile, List<PasswordRule> broken)
            implements SignUpOutcome {

        /** Of address or username, once every field by itself will do. */
        Refused(FieldRefusal... fields) {
            this(List.of(fields), Map.of(), List.of());
        }
    }
}
