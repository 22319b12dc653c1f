package org.poterne.tenant;

import java.time.LocalDate;

/** A weakness that the organisation answers for in writing (NIST SP 800-63B-4 §3.2.9; ASVS 6.1.1). */
record RuleException(
        @Setting("The rule, as the refusal names it: `password.minimum-length`.")
        String rule,

        @Setting("Why the organisation needs it.") String reason,
        @Setting("Who answers for it.") String approvedBy,

        @Setting("The day by which it is looked at again, `YYYY-MM-DD`.")
        LocalDate reviewBefore) {}
