package org.poterne.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.springframework.stereotype.Component;

/**
 * Where guesses have been wrong lately, as this node saw it: a bit a place, on two pages, of which the older one goes every
 * {@link #WHILE}. It may say "perhaps" of a place that shares its bit with another, and knows nothing of what other nodes
 * saw: it decides only whether asking the database is worth its price. Bounded, however many places there are.
 */
@Component
final class LatelyWrong {

    /** At least so long is a place remembered. */
    static final Duration WHILE = Duration.ofMinutes(15);

    private static final int WORDS = 1 << 14; // half a million places

    private final Clock clock;
    private volatile Pages pages;

    LatelyWrong(Clock clock) {
        this.clock = clock;
        this.pages = new Pages(clock.instant().plus(WHILE), page(), page());
    }

    private record Pages(Instant end, AtomicIntegerArray newer, AtomicIntegerArray older) {}

    void add(String place) {
        var bit = bit(place);
        current().newer().accumulateAndGet(bit / Integer.SIZE, 1 << bit, (word, one) -> word | one);
    }

    boolean perhaps(String place) {
        var bit = bit(place);
        var now = current();
        return ((now.newer().get(bit / Integer.SIZE) | now.older().get(bit / Integer.SIZE)) & (1 << bit)) != 0;
    }

    private Pages current() {
        var now = clock.instant();
        return now.isBefore(pages.end()) ? pages : turned(now);
    }

    private synchronized Pages turned(Instant now) {
        var last = pages;
        var next = last.end().plus(WHILE);
        if (now.isBefore(last.end())) {
            return last; // another visitor has turned it
        }
        pages = now.isBefore(next) ? new Pages(next, page(), last.newer()) : new Pages(now.plus(WHILE), page(), page());
        return pages;
    }

    private static AtomicIntegerArray page() {
        return new AtomicIntegerArray(WORDS);
    }

    private static int bit(String place) {
        return (place.hashCode() * 0x9e3779b9) >>> (Integer.SIZE - Integer.numberOfTrailingZeros(WORDS * Integer.SIZE));
    }
}
