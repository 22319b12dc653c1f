package org.poterne.session;

import java.time.Duration;
import org.poterne.tenant.Setting;
import org.poterne.tenant.SettingRefused;
import org.poterne.tenant.TenantPolicy;

/** How long a session lasts (NIST SP 800-63B-4 §5.2; ASVS 7.3.1, 7.3.2). */
record SessionPolicy(
        @Setting(value = "Ends after so long without a page, 5 minutes to 1 hour.", fallback = "30m")
        Duration idle,

        @Setting(value = "Ends after so long in any case, up to 24 hours.", fallback = "8h")
        Duration overall)
        implements TenantPolicy {

    SessionPolicy {
        if (idle.compareTo(Duration.ofMinutes(5)) < 0 || idle.compareTo(Duration.ofHours(1)) > 0) {
            throw new SettingRefused("idle", "is out of bounds.", "Choose `5m` to `1h`.");
        }
        if (overall.compareTo(idle) < 0 || overall.compareTo(Duration.ofHours(24)) > 0) {
            throw new SettingRefused("overall", "is out of bounds.", "Choose the idle time to `24h`.");
        }
    }
}
