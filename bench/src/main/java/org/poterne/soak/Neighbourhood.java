package org.poterne.soak;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.poterne.rig.RigFailure;

/** What people have around them. */
record Neighbourhood(Street street, Watch watch, Letters letters, AtomicInteger visits) {

    Neighbourhood(Street street, Watch watch) {
        this(street, watch, new Letters(street.sink()), new AtomicInteger());
    }

    /** A browser nobody has seen, from an address nobody has come from: budgets are counted by address. */
    Hand hand(Story story) {
        var visit = visits.getAndIncrement();
        var from = "10.%d.%d.%d".formatted(visit >> 16 & 255, visit >> 8 & 255, visit & 255);
        return new Hand(street, watch, story, from);
    }

    <T> List<T> atOnce(List<Callable<T>> calls) {
        try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
            return hands.invokeAll(calls).stream().map(Future::resultNow).toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RigFailure("interrupted", e);
        }
    }
}
