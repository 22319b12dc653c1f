package org.poterne.invitation;

import java.util.List;
import org.poterne.password.PasswordRule;

/** What came of accepting an invitation. */
sealed interface AcceptOutcome {

    record Accepted() implements AcceptOutcome {}

    /** Unknown, spent, expired, withdrawn, of somebody who may not grant it any more: no more than this is told. */
    record Unusable() implements AcceptOutcome {}

    /** The address has an account: its holder signs in, and accepts there. */
    record HasAccount() implements AcceptOutcome {}

    record UsernameTaken() implements AcceptOutcome {}

    record PasswordRefused(List<PasswordRule> broken) implements AcceptOutcome {}
}
