package org.poterne.rig;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** Times and outcomes of one client, or of several put together. For one thread. */
final class Tally {

    private static final int TOLD = 5;
    private static final int DIGITS = 3;

    private final Histogram times = new Histogram(DIGITS); // microseconds, of the good ones
    private final List<String> failures = new ArrayList<>();
    private long busy;
    private long tooMany;
    private long failed;

    void count(Outcome outcome, long nanoseconds) {
        switch (outcome) {
            case Outcome.Good() -> times.recordValue(TimeUnit.NANOSECONDS.toMicros(nanoseconds));
            case Outcome.Timed(var part) -> times.recordValue(TimeUnit.NANOSECONDS.toMicros(part));
            case Outcome.Busy() -> busy++;
            case Outcome.TooMany() -> tooMany++;
            case Outcome.Failed(var why) -> {
                failed++;
                tell(why);
            }
        }
    }

    void add(Tally other) {
        times.add(other.times);
        busy += other.busy;
        tooMany += other.tooMany;
        failed += other.failed;
        other.failures.forEach(this::tell);
    }

    private void tell(String why) {
        if (failures.size() < TOLD) {
            failures.add(why);
        }
    }

    Load.Result over(Duration time) {
        return new Load.Result(this, time);
    }

    long good() {
        return times.getTotalCount();
    }

    long busy() {
        return busy;
    }

    long tooMany() {
        return tooMany;
    }

    long failed() {
        return failed;
    }

    List<String> failures() {
        return List.copyOf(failures);
    }

    long microseconds(double percentile) {
        return times.getValueAtPercentile(percentile);
    }
}
