package org.poterne.soak;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * One fault that was.
 *
 * @param at since the beginning of the run
 * @param held how long it lasted
 * @param wellAgain from its end to the end of the first good go at each flow; a flow that never went well is missing
 */
record Struck(Fault fault, Duration at, Duration held, Watch.Shown shown, Map<Flow, Duration> wellAgain) {

    Struck {
        wellAgain = Map.copyOf(wellAgain);
    }

    Optional<Duration> wellAgain(Flow flow) {
        return Optional.ofNullable(wellAgain.get(flow));
    }
}
