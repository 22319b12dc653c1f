package org.poterne.soak;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.poterne.rig.Pause;
import org.poterne.rig.RigFailure;

/** A street, the people in it, and what befalls it. */
final class Run {

    private static final Duration WARM_UP = Duration.ofSeconds(3);
    private static final Duration LAST_LETTERS = Duration.ofSeconds(60);
    private static final Duration GLANCE = Duration.ofSeconds(1);

    /** @param findings empty when the server kept its word */
    record Result(List<Struck> struck, List<String> findings, int people) {

        Result {
            struck = List.copyOf(struck);
            findings = List.copyOf(findings);
        }
    }

    private Run() {}

    static Result on(Street street, long seed, Function<Plan, List<Struck>> faults) {
        var watch = new Watch();
        var town = new Town(new Neighbourhood(street, watch), seed);
        town.wake();
        Pause.of(WARM_UP);
        var struck = faults.apply(new Plan(street, watch, seed));
        var findings = new ArrayList<>(town.rest());
        lettersLeft(new Archive(street.postgres())).ifPresent(findings::add);
        return new Result(struck, findings, town.judged());
    }

    /** Nothing is owed to anybody when all is well again. */
    private static Optional<String> lettersLeft(Archive archive) {
        try {
            for (var since = System.nanoTime(); System.nanoTime() - since < LAST_LETTERS.toNanos(); Pause.of(GLANCE)) {
                if (archive.troubledLetters().isEmpty()) {
                    return Optional.empty();
                }
            }
            return Optional.of("letters are still owed: " + archive.troubledLetters());
        } catch (SQLException e) {
            throw new RigFailure("the database does not answer", e);
        }
    }
}
