package org.poterne.access;

import java.time.Duration;
import org.poterne.tenant.Setting;
import org.poterne.tenant.SettingRefused;
import org.poterne.tenant.TenantPolicy;
import org.poterne.throttle.Budget;

/** How long a request for access to another establishment waits, and how many may be sent. */
record AccessPolicy(
        @Setting(value = "How long a request waits for its answer, 1 to 30 days.", fallback = "7d")
        Duration life,

        @Setting(value = "Requests of one administrator in any hour, 1 to 50.", fallback = "10")
        int perHour)
        implements TenantPolicy {

    /** To one establishment, whoever asks. */
    private static final Budget PER_ESTABLISHMENT =
            new Budget("access requests per establishment", 30, Duration.ofDays(1));

    AccessPolicy {
        if (life.compareTo(Duration.ofDays(1)) < 0 || life.compareTo(Duration.ofDays(30)) > 0) {
            throw new SettingRefused("life", "is out of bounds.", "Choose `1d` to `30d`.");
        }
        if (perHour < 1 || perHour > 50) {
            throw new SettingRefused("per-hour", "is out of bounds.", "Choose 1 to 50.");
        }
    }

    Budget perAdministrator() {
        return new Budget("access requests per administrator", perHour, Duration.ofHours(1));
    }

    static Budget perEstablishment() {
        return PER_ESTABLISHMENT;
    }
}
