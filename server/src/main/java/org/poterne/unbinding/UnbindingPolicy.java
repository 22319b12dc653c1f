package org.poterne.unbinding;

import java.time.Duration;
import org.poterne.tenant.Setting;
import org.poterne.tenant.SettingRefused;
import org.poterne.tenant.TenantPolicy;

/** How long the holder of an account has to cancel the removal of its second factors. */
record UnbindingPolicy(
        @Setting(
                value =
                        "From its approval to the removal of the second factors of somebody who lost them, 24 hours to 7 days.",
                fallback = "24h")
        Duration delay)
        implements TenantPolicy {

    /** A night and a working day: whoever reads letters once a day reads this one in time (requirements HD-3). */
    private static final Duration SHORTEST = Duration.ofHours(24);

    private static final Duration LONGEST = Duration.ofDays(7);

    UnbindingPolicy {
        if (delay.compareTo(SHORTEST) < 0 || delay.compareTo(LONGEST) > 0) {
            throw new SettingRefused("delay", "is out of bounds.", "Choose `24h` to `7d`.");
        }
    }
}
