package org.poterne.approval;

import java.time.Duration;
import java.util.List;
import org.poterne.tenant.Setting;
import org.poterne.tenant.SettingRefused;
import org.poterne.tenant.TenantPolicy;
import org.poterne.tenant.Weakness;
import org.poterne.tenant.Weakness.Gravity;
import org.poterne.throttle.Budget;

/** How approvals are asked for (NIST SP 800-63B-4 §3.1.3). */
record ApprovalPolicy(
        @Setting(
                value =
                        "Digits of the number that the browser shows and the device asks for, 2 to 8; less than 6 needs an"
                                + " exception, and then three requests an hour are shown at most.",
                fallback = "6")
        int digits,

        @Setting(value = "How long a request waits for its answer, 1 to 10 minutes.", fallback = "2m")
        Duration life,

        @Setting(
                value =
                        "Whether the door asks for an approval of whoever has an authenticator: `asked` or `not-asked`.",
                fallback = "asked")
        AtTheDoor signIn)
        implements TenantPolicy {

    /** Whether an approval is the door's second question. */
    enum AtTheDoor {
        ASKED,
        NOT_ASKED
    }

    private static final int ENOUGH = 6; // 63B §3.1.3.2
    private static final Budget SHORTLY = new Budget("approvals shortly", 3, Duration.ofMinutes(10));
    private static final Budget HOURLY = new Budget("approvals in an hour", 3, Duration.ofHours(1));

    ApprovalPolicy {
        if (digits < 2 || digits > 8) {
            throw new SettingRefused("digits", "is " + digits + ".", "Choose 2 to 8.");
        }
        // 63B §3.1.3.2; ASVS 5.0 6.5.5: at most ten minutes.
        if (life.compareTo(Duration.ofMinutes(1)) < 0 || life.compareTo(Duration.ofMinutes(10)) > 0) {
            throw new SettingRefused("life", "is out of bounds.", "Choose `1m` to `10m`.");
        }
    }

    /** A short number is guessed by a tired owner sooner than by a stranger, so fewer are shown; no setting takes that back (W-5). */
    Budget budget() {
        return digits < ENOUGH ? HOURLY : SHORTLY;
    }

    boolean isAskedAtTheDoor() {
        return signIn == AtTheDoor.ASKED;
    }

    @Override
    public List<Weakness> weaknesses() {
        return digits < ENOUGH
                ? List.of(new Weakness(
                        "approval.digits",
                        "six digits of a number that is transferred (NIST SP 800-63B-4 §3.1.3.2; ASVS 5.0 6.5.4)",
                        Gravity.NEEDS_EXCEPTION))
                : List.of();
    }
}
