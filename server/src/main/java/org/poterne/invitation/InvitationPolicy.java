package org.poterne.invitation;

import java.time.Duration;
import org.poterne.tenant.Setting;
import org.poterne.tenant.SettingRefused;
import org.poterne.tenant.TenantPolicy;
import org.poterne.throttle.Budget;

/** How long an invitation waits, and how many may leave (ASVS 5.0 2.4.1). */
record InvitationPolicy(
        @Setting(value = "How long an invitation is good, 1 hour to 7 days.", fallback = "72h")
        Duration life,

        @Setting(value = "Letters that one administrator may have sent in any hour, 1 to 200.", fallback = "30")
        int lettersPerHour,

        @Setting(value = "Letters to one address in any day, 1 to 10.", fallback = "5")
        int lettersPerAddress)
        implements TenantPolicy {

    InvitationPolicy {
        if (life.compareTo(Duration.ofHours(1)) < 0 || life.compareTo(Duration.ofDays(7)) > 0) {
            throw new SettingRefused("life", "is out of bounds.", "Choose `1h` to `7d`.");
        }
        if (lettersPerHour < 1 || lettersPerHour > 200) {
            throw new SettingRefused("letters-per-hour", "is out of bounds.", "Choose 1 to 200.");
        }
        if (lettersPerAddress < 1 || lettersPerAddress > 10) {
            throw new SettingRefused("letters-per-address", "is out of bounds.", "Choose 1 to 10.");
        }
    }

    Budget perAdministrator() {
        return new Budget("invitations per administrator", lettersPerHour, Duration.ofHours(1));
    }

    Budget perAddress() {
        return new Budget("invitations per address", lettersPerAddress, Duration.ofDays(1));
    }
}
