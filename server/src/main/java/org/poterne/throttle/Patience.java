package org.poterne.throttle;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A short wait for a place that somebody else holds and may give back: a whole class may sign in at once, and nobody who
 * types the right password is refused for it (Keycloak #48272).
 */
public final class Patience {

    /** How long a visitor waits at most, and is told to stay away after that. */
    public static final Duration LONGEST = Duration.ofSeconds(5);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private Patience() {}

    /**
     * @param look asked again while it answers nothing
     * @return nothing when it still does after {@link #LONGEST}
     */
    public static <T> Optional<T> await(Supplier<Optional<T>> look) {
        var found = look.get();
        for (var round = 0; found.isEmpty() && round < LONGEST.dividedBy(BETWEEN_LOOKS); round++) {
            try {
                Thread.sleep(BETWEEN_LOOKS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            }
            found = look.get();
        }
        return found;
    }
}
