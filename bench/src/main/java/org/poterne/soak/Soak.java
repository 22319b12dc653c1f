package org.poterne.soak;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.Callable;
import org.poterne.rig.Folders;
import org.poterne.rig.Launch;
import org.poterne.rig.Report;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./poterne soak}. */
@Command(name = "soak", description = "Break what the server stands on.", mixinStandardHelpOptions = true)
public final class Soak implements Callable<Integer> {

    @Option(names = "--minutes", description = "How long.")
    private int minutes = 5;

    @Option(names = "--nodes", description = "Servers on one database: 2 or 3.")
    private int nodes = 2;

    @Option(names = "--seed", description = "Draws people and faults; printed, so that a run can be had again.")
    private long seed = new Random().nextInt(1_000_000);

    @Option(names = "--out", description = "Where the tables go.", required = true)
    private Path out = Path.of("soak");

    @Option(names = "--server", description = "How a Poterne is started, a word a line.", required = true)
    private String server = "";

    @Option(names = "--typed", description = "What was typed, for the table.", required = true)
    private String typed = "";

    private Soak() {}

    static void main(String[] arguments) {
        System.exit(
                new CommandLine(new Soak()).setOverwrittenOptionsAllowed(true).execute(arguments));
    }

    @Override
    public Integer call() {
        var folder = Folders.fresh(out);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> Street.sweep(folder)));
        var tenants = Folders.tenant(folder.resolve("tenants"), "/soak-tenants", "soak");
        System.err.printf("Opening %d nodes, seed %d%n", nodes, seed);
        try (var street = Street.open(Launch.of(server), folder, tenants, nodes)) {
            var result = Run.on(street, seed, plan -> plan.over(Duration.ofMinutes(minutes)));
            tell(street, result);
            return result.findings().isEmpty() ? 0 : 1;
        }
    }

    private void tell(Street street, Run.Result result) {
        var report = new Report("soak", typed)
                .add(Faults.table(result.struck()))
                .note("%d nodes, seed %d, %d people, each compared with the database at the end of its story"
                        .formatted(nodes, seed, result.people()));
        if (!street.disk().canBeFilled()) {
            report.note("The disk was not filled: that takes root, who may mount one that is small enough.");
        }
        report.note("The clock was not moved: `ClockJumpTests` does that within the server.");
        report.note(
                result.findings().isEmpty()
                        ? "Findings: none."
                        : "Findings: " + result.findings().size());
        result.findings().forEach(report::note);
        var now = Instant.now();
        System.out.println(report.markdown(now));
        System.err.println("Kept in " + report.write(out, now));
    }
}
