package org.poterne.assistance;

import java.time.Duration;
import org.poterne.tenant.Setting;
import org.poterne.tenant.SettingRefused;
import org.poterne.tenant.TenantPolicy;

/** What people may ask a tenant's help desk for; without a `desk` there is none. */
public record AssistancePolicy(
        @Setting(
                value = "From how many establishments on another sign-in address is asked here, 2 to 1000.",
                fallback = "5")
        int addressChangeFrom,

        @Setting(value = "Within what time people are told to be answered, 1 hour to 14 days.", fallback = "24h")
        Duration answerWithin)
        implements TenantPolicy {

    public AssistancePolicy {
        if (addressChangeFrom < 2 || addressChangeFrom > 1000) {
            throw new SettingRefused("address-change-from", "is " + addressChangeFrom + ".", "Choose 2 to 1000.");
        }
        if (answerWithin.compareTo(Duration.ofHours(1)) < 0 || answerWithin.compareTo(Duration.ofDays(14)) > 0) {
            throw new SettingRefused("answer-within", "is out of bounds.", "Choose `1h` to `14d`.");
        }
    }
}
