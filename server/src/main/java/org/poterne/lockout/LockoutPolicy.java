package org.poterne.lockout;

import java.time.Duration;
import java.util.List;
import org.poterne.tenant.Setting;
import org.poterne.tenant.SettingRefused;
import org.poterne.tenant.TenantPolicy;
import org.poterne.tenant.Weakness;
import org.poterne.tenant.Weakness.Gravity;
import org.poterne.throttle.Budget;

/** When wrong passwords lock an account, for how long, and what the visitor is told (OWASP WSTG-ATHN-03). */
public record LockoutPolicy(
        @Setting(value = "Wrong passwords before the lock, 3 to 10.", fallback = "5")
        int attempts,

        @Setting(value = "How long the first lock lasts, 1 minute to 1 hour.", fallback = "15m")
        Duration lock,

        @Setting(
                value = "Each lock in a row lasts twice as long as the one before, up to this; at most 24 hours.",
                fallback = "1h")
        Duration longestLock,

        @Setting(value = "What opens it: the `letter` that goes by itself, `time`, or `both`.", fallback = "both")
        Opening opens,

        @Setting(
                value =
                        "`explicit` says \"one attempt left\" and \"locked\", for unknown identifiers too; `neutral` never does.",
                fallback = "neutral")
        Messages messages,

        @Setting(value = "How long an unlock link is good, 15 minutes to 24 hours.", fallback = "60m")
        Duration linkLife,

        @Setting(value = "Unlock letters asked for by one account in any hour, 1 to 10.", fallback = "3")
        int lettersPerHour)
        implements TenantPolicy {

    /** What opens a lock; a reset always does. */
    public enum Opening {
        LETTER,
        TIME,
        BOTH
    }

    /** What a visitor is told of attempts and locks. */
    public enum Messages {
        NEUTRAL,
        EXPLICIT
    }

    public LockoutPolicy {
        if (attempts < 3 || attempts > 10) {
            throw new SettingRefused("attempts", "is " + attempts + ".", "Choose 3 to 10.");
        }
        if (lock.compareTo(Duration.ofMinutes(1)) < 0 || lock.compareTo(Duration.ofHours(1)) > 0) {
            throw new SettingRefused("lock", "is out of bounds.", "Choose `1m` to `1h`.");
        }
        if (longestLock.compareTo(lock) < 0 || longestLock.compareTo(Duration.ofHours(24)) > 0) {
            throw new SettingRefused("longest-lock", "is out of bounds.", "Choose the first lock's time to `24h`.");
        }
        if (linkLife.compareTo(Duration.ofMinutes(15)) < 0 || linkLife.compareTo(Duration.ofHours(24)) > 0) {
            throw new SettingRefused("link-life", "is out of bounds.", "Choose `15m` to `24h`.");
        }
        if (lettersPerHour < 1 || lettersPerHour > 10) {
            throw new SettingRefused("letters-per-hour", "is out of bounds.", "Choose 1 to 10.");
        }
    }

    boolean opensByLetter() {
        return opens != Opening.TIME;
    }

    /** Until somebody opens it, where time does not. */
    boolean opensByTime() {
        return opens != Opening.LETTER;
    }

    /** What no letter opens, time must. */
    LockoutPolicy openedByTime() {
        return new LockoutPolicy(attempts, lock, longestLock, Opening.TIME, messages, linkLife, lettersPerHour);
    }

    public boolean isExplicit() {
        return messages == Messages.EXPLICIT;
    }

    Budget hourly() {
        return new Budget("unlock letters per account and hour", lettersPerHour, Duration.ofHours(1));
    }

    /** Unknown identifiers are answered alike, so that the words betray nobody; attackers still learn when to pause. */
    @Override
    public List<Weakness> weaknesses() {
        return isExplicit()
                ? List.of(new Weakness(
                        "lockout.messages",
                        "one and the same answer to every refusal (OWASP Authentication, \"Authentication Responses\")",
                        Gravity.WARNED))
                : List.of();
    }
}
