package org.poterne.email;

import java.time.Duration;
import org.poterne.tenant.Setting;
import org.poterne.tenant.SettingRefused;
import org.poterne.tenant.TenantPolicy;

/** Who changes an address, and how long a new one is held back, so that a stolen session does not become a stolen account. */
record EmailPolicy(
        @Setting(
                value =
                        "Who changes the address of an account: its `holder`, or nobody but an `administrator`, who makes"
                                + " another account; the page says so.",
                fallback = "holder")
        Change change,

        @Setting(
                value = "How long after a change the new address cannot recover the account, up to 14 days.",
                fallback = "72h")
        Duration cooling)
        implements TenantPolicy {

    /** Whose an address is to change. */
    enum Change {
        HOLDER,
        ADMINISTRATOR
    }

    private static final Duration LEAST_UNDO = Duration.ofDays(7);

    EmailPolicy {
        if (cooling.isNegative() || cooling.compareTo(Duration.ofDays(14)) > 0) {
            throw new SettingRefused("cooling", "is out of bounds.", "Choose `0h` to `14d`.");
        }
    }

    boolean isHoldersToChange() {
        return change == Change.HOLDER;
    }

    /** The earlier address can take its account back for as long as it is the safer of the two, and a week at least. */
    Duration undo() {
        return cooling.compareTo(LEAST_UNDO) > 0 ? cooling : LEAST_UNDO;
    }
}
