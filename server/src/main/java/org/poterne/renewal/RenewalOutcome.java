package org.poterne.renewal;

import java.time.Duration;
import java.util.List;
import org.poterne.password.HashedPassword;
import org.poterne.password.PasswordRule;

/** What came of typing the expired password and a new one. */
sealed interface RenewalOutcome {

    /** All that is left is to replace the one with the other. */
    record Ready(HashedPassword fresh) implements RenewalOutcome {}

    record CurrentWrong() implements RenewalOutcome {}

    record CurrentLocked() implements RenewalOutcome {}

    record Refused(List<PasswordRule> broken) implements RenewalOutcome {}

    record TooOften(Duration pause) implements RenewalOutcome {}
}
