package org.poterne.bench;

import java.time.Duration;
import org.poterne.rig.Load;

/** One time of load: what clients met, and what it cost. */
record Sample(Load.Result result, Duration server, Duration database) {

    /** CPU of the server for each that was good. */
    double serverMilliseconds() {
        return each(server);
    }

    double databaseMilliseconds() {
        return each(database);
    }

    private double each(Duration cpu) {
        return cpu.toNanos() / 1e6 / Math.max(1, result.good());
    }
}
