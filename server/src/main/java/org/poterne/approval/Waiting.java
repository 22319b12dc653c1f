package org.poterne.approval;

import java.time.Duration;
import java.time.Instant;

/**
 * How things stand for the browser that asked. A refusal, a wrong number, nobody's account: all wait until the time is up, so
 * that a stranger learns of none of them.
 */
public sealed interface Waiting {

    /** Nothing was asked yet. */
    record NotAsked() implements Waiting {}

    /**
     * @param number to type on the device
     * @param left of its life
     */
    record Pending(String number, Instant until, Duration left) implements Waiting {

        private static final int SHORT = 4;

        /** In groups of three, as far as it is long: they are easier to carry from one screen to the other. */
        public String grouped() {
            return number.length() <= SHORT ? number : number.replaceAll("(?<=.)(?=(...)+$)", "\u00a0");
        }

        /** Counted up: nobody is told "0 minutes" while it is good. */
        public long minutesLeft() {
            return left.plusSeconds(59).toMinutes();
        }
    }

    record Approved() implements Waiting {}

    record Over() implements Waiting {}

    /** As scripts read it. */
    default String word() {
        return switch (this) {
            case NotAsked() -> "not-asked";
            case Pending _ -> "pending";
            case Approved() -> "approved";
            case Over() -> "over";
        };
    }
}
