package org.poterne.rig;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/** So many clients, each with a connection of its own, doing the same thing one after another. */
public final class Load {

    /** One operation. What it throws counts as failed. */
    @FunctionalInterface
    public interface Work {
        Outcome once(Wire wire) throws IOException;
    }

    private final Address address;
    private final int clients;
    private final Duration rest;

    public Load(Address address, int clients) {
        this(address, clients, Duration.ZERO);
    }

    /** @param rest of each client between two operations; it is nobody's waiting, and counts as none */
    public Load(Address address, int clients, Duration rest) {
        this.address = address;
        this.clients = clients;
        this.rest = rest;
    }

    /** Operations that began before the time is over are finished and counted. */
    public Result during(Duration time, Work work) {
        var end = System.nanoTime() + time.toNanos();
        return run(() -> System.nanoTime() < end, work);
    }

    public Result times(long count, Work work) {
        var left = new AtomicLong(count);
        return run(() -> left.getAndDecrement() > 0, work);
    }

    private Result run(BooleanSupplier goesOn, Work work) {
        var begin = System.nanoTime();
        try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
            var parts = new ArrayList<Future<Tally>>();
            for (var client = 0; client < clients; client++) {
                parts.add(hands.submit(() -> client(goesOn, work)));
            }
            var whole = new Tally();
            for (var part : parts) {
                whole.add(part.get());
            }
            return whole.over(Duration.ofNanos(System.nanoTime() - begin));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RigFailure("interrupted", e);
        } catch (ExecutionException e) {
            throw new RigFailure("a client broke", e);
        }
    }

    private Tally client(BooleanSupplier goesOn, Work work) {
        var tally = new Tally();
        try (var wire = new Wire(address)) {
            while (goesOn.getAsBoolean()) {
                var begin = System.nanoTime();
                var outcome = outcome(work, wire);
                tally.count(outcome, System.nanoTime() - begin);
                if (rest.isPositive()) {
                    Pause.of(rest);
                }
            }
        }
        return tally;
    }

    private static Outcome outcome(Work work, Wire wire) {
        try {
            return work.once(wire);
        } catch (IOException | RuntimeException e) {
            return new Outcome.Failed(String.valueOf(e));
        }
    }

    /** What the clients met. */
    public record Result(Tally tally, Duration time) {

        public long good() {
            return tally.good();
        }

        public long busy() {
            return tally.busy();
        }

        public long tooMany() {
            return tally.tooMany();
        }

        public long failed() {
            return tally.failed();
        }

        /** What neither was good nor a kind 503. */
        public long refusedOrFailed() {
            return tooMany() + failed();
        }

        /** A few of them, in words. */
        public List<String> failures() {
            return tally.failures();
        }

        public double perSecond() {
            return good() / (time.toNanos() / 1e9);
        }

        /** @param percentile of the good ones' times: 50, 99 */
        public double milliseconds(double percentile) {
            return tally.microseconds(percentile) / 1e3;
        }
    }
}
