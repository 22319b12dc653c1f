package org.poterne.throttle;

import java.time.Duration;

/** What came of asking for a place in a budget. */
public sealed interface Spending {

    record Granted() implements Spending {}

    /** @param pause until the next place; the visitor is told it coarsely, and never which budget it was */
    record Exhausted(Duration pause) implements Spending {}
}
