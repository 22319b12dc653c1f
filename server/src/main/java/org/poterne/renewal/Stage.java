package org.poterne.renewal;

import java.time.Duration;
import java.util.List;

/**
 * One of the letters before the end. Each has its own span of days: whoever was not written to in one is written to in the
 * next, and never twice for both.
 *
 * @param days before the end, when it is owed
 * @param next days before the end, when the next one is owed in its place
 */
record Stage(int days, int next) {

    static final List<Stage> ALL = List.of(new Stage(14, 7), new Stage(7, 1), new Stage(1, 0));

    /** How long before the end the first letter goes. */
    static final Duration FIRST = Duration.ofDays(ALL.getFirst().days());
}
