package org.poterne.throttle;

import java.time.Duration;

/**
 * At most {@code amount} times in any {@code window} (sliding, so that a border doubles nothing).
 *
 * @param name unique in the product: {@code sign-in per address}
 * @param amount 1 to 1000
 * @param window up to a day
 */
public record Budget(String name, int amount, Duration window) {

    /** What is older is purged. */
    static final Duration LONGEST = Duration.ofDays(1);

    public Budget {
        if (amount < 1 || amount > 1000) {
            throw new IllegalArgumentException("a budget of 1 to 1000: " + amount);
        }
        if (!window.isPositive() || window.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("a window of up to a day: " + window);
        }
    }
}
