package org.poterne.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.poterne.rig.Launch;
import org.poterne.rig.Machine;
import org.poterne.rig.Report;
import org.poterne.rig.Rounds;
import picocli.CommandLine.Option;

/** What all measurements let be chosen. */
final class Terms {

    @Option(names = "--rounds", description = "Undisturbed rounds wanted.")
    private int rounds = 5;

    @Option(names = "--seconds", description = "Of load, each time.")
    private int seconds = 10;

    @Option(names = "--warm-up", description = "Seconds of load before the first round.")
    private int warmUp = 20;

    @Option(names = "--others", description = "Percent of the machine that others may take of a round.")
    private double others = 5;

    @Option(names = "--steal", description = "Percent that the hypervisor may take of it.")
    private double steal = 3;

    @Option(names = "--out", description = "Where the tables go.", required = true)
    private Path out = Path.of("bench");

    @Option(names = "--server", description = "How a Poterne is started, a word a line.", required = true)
    private String server = "";

    @Option(names = "--typed", description = "What was typed, for the table.", required = true)
    private String typed = "";

    @Option(names = "--database-url", description = "A PostgreSQL that runs already, empty; else one is started.")
    private Optional<String> databaseUrl = Optional.empty();

    @Option(names = "--database-user", description = "Owner of that database.")
    private String databaseUser = "poterne";

    @Option(names = "--database-password", description = "Its password.")
    private String databasePassword = "";

    int rounds() {
        return rounds;
    }

    Duration time() {
        return Duration.ofSeconds(seconds);
    }

    Duration warmUp() {
        return Duration.ofSeconds(warmUp);
    }

    <T> Rounds<T> measured() {
        return new Rounds<>(rounds, new Machine.Bounds(others, steal));
    }

    Launch launch() {
        return Launch.of(server);
    }

    Path out() {
        return out;
    }

    Database database() {
        return databaseUrl
                .<Database>map(url -> new Database.Named(url, databaseUser, databasePassword))
                .orElseGet(Database.Own::new);
    }

    Report report(String name) {
        return new Report(name, typed);
    }

    /** As far as it has come: a run that is stopped has told what it knows. */
    Path keep(Report report) {
        return report.write(out, Instant.now());
    }

    /** Printed, and kept. */
    void tell(Report report) {
        var file = keep(report);
        System.out.println(report.markdown(Instant.now()));
        System.err.println("Kept in " + file);
    }

    /** What is said of rounds below a table. */
    String said(Rounds.Kept<?> kept) {
        var bound = "others above %s %% or steal above %s %% of the machine".formatted(others, steal);
        return kept.isQuiet()
                ? "%d rounds dropped (%s)".formatted(kept.dropped(), bound)
                : "every round was disturbed (%s): the least disturbed count".formatted(bound);
    }
}
