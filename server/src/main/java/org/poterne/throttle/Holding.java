package org.poterne.throttle;

import java.time.Duration;

/** What came of asking to hold a place while a guess is evaluated. */
public sealed interface Holding {

    record Held() implements Holding {}

    /** Others hold the last places and may yet give them back: worth a short wait. */
    record Occupied() implements Holding {}

    /**
     * The budget is spent.
     *
     * @param pause until the next place
     */
    record Refused(Duration pause) implements Holding {}
}
