package org.poterne.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.poterne.rig.Address;
import org.poterne.rig.Folders;
import org.poterne.rig.Load;
import org.poterne.rig.Node;
import org.poterne.rig.Postgres;
import org.poterne.rig.Progress;
import org.poterne.rig.Range;
import org.poterne.rig.Report;
import org.poterne.rig.Rounds.Competitor;
import org.poterne.rig.Sink;
import org.poterne.rig.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bench keycloak}: the same journeys at both, turn about; then their starts, and their memory. */
@Command(name = "keycloak", description = "Beside Keycloak.", mixinStandardHelpOptions = true)
final class KeycloakBench implements Callable<Integer> {

    private static final int PEOPLE = 50_000;

    /** How much less CPU of the server each should take here. */
    private static final Map<String, Integer> TARGETS = Map.of(
            Journey.PAGE, 20,
            Journey.KNOWN, 10,
            Journey.UNKNOWN, 10,
            Journey.SIGN_IN, 4,
            Journey.RESET, 4,
            Journey.SIGN_UP, 3);

    @Option(names = "--keycloak", description = "Its distribution, a zip.", required = true)
    private Path distribution = Path.of("keycloak.zip");

    @Option(names = "--clients", description = "People at once.")
    private int clients = 16;

    @Mixin
    private Terms terms = new Terms();

    private record Pair(Contender ours, Contender theirs) {}

    @Override
    public Integer call() {
        var folder = Folders.fresh(terms.out());
        try (var house = House.open(terms, PEOPLE);
                var keycloak = keycloak(folder)) {
            var pair = new Pair(house.contender(), keycloak);
            var report = terms.report("keycloak");
            report.note("Poterne: " + house.hash());
            report.note("Keycloak's hash in force: " + KeycloakRealm.hash(keycloak.postgres()));
            load(pair, report);
            memory(pair, report);
            pair.ours().node().close();
            pair.theirs().node().close();
            starts(pair, report);
            terms.tell(report);
        } finally {
            Folders.delete(folder);
        }
        return 0;
    }

    private Contender keycloak(Path folder) {
        var progress = new Progress(1);
        progress.say("unpacking and building Keycloak");
        var install =
                KeycloakInstall.unpack(distribution, folder.resolve("keycloak")).build();
        var postgres = Postgres.embedded(folder.resolve("postgres"));
        var sink = Sink.open();
        var address = Address.free();
        progress.say("starting Keycloak for the first time");
        var node = Node.start(install.blueprint(address, postgres));
        node.awaitPage();
        new KeycloakRealm(address).make(sink.port());
        var people = KeycloakRealm.settle(postgres, PEOPLE);
        progress.end();
        return new Contender("Keycloak", node, postgres, sink, new KeycloakDoor(people, sink));
    }

    private void load(Pair pair, Report report) {
        var ours = Journey.all(pair.ours().door());
        var theirs = Journey.all(pair.theirs().door());
        var progress = new Progress(ours.size() * 2 * terms.rounds());
        var table = Samples.table("Journeys, people at once: " + clients);
        var ratios = new Table("Less CPU of the server than Keycloak, times", "what", "times", "wanted", "reached");
        report.add(ratios).add(table);
        ours.forEach((name, journey) -> {
            var competitors = List.of(
                    competitor(pair.ours(), name, journey, progress),
                    competitor(pair.theirs(), name, theirs.getOrDefault(name, journey), progress));
            pair.ours().measure(clients, terms.warmUp(), journey);
            pair.theirs().measure(clients, terms.warmUp(), theirs.getOrDefault(name, journey));
            var kept = terms.<Sample>measured().run(competitors);
            var mine = kept.of(pair.ours().name());
            var others = kept.of(pair.theirs().name());
            Samples.row(table, name + ", " + pair.ours().name(), mine);
            Samples.row(table, name + ", " + pair.theirs().name(), others);
            var ratio = Samples.ratio(others, mine);
            var wanted = TARGETS.getOrDefault(name, 1);
            ratios.row(name, ratio, "≥ " + wanted, ratio.median() >= wanted ? "yes" : "no");
            report.note(name + ": " + terms.said(kept));
            failures(mine, report);
            failures(others, report);
            terms.keep(report);
        });
        progress.end();
    }

    private static void failures(List<Sample> samples, Report report) {
        samples.stream()
                .flatMap(sample -> sample.result().failures().stream())
                .distinct()
                .limit(2)
                .forEach(failure -> report.note("failed: " + failure));
    }

    private Competitor<Sample> competitor(Contender contender, String name, Load.Work journey, Progress progress) {
        return new Competitor<>(contender.name(), () -> {
            progress.say(contender.name() + ": " + name);
            progress.step();
            return contender.measure(clients, terms.time(), journey);
        });
    }

    private static void memory(Pair pair, Report report) {
        var ours = pair.ours().node().usage();
        var theirs = pair.theirs().node().usage();
        var table = new Table("Memory after all that load", "what", "resident MiB", "PSS MiB");
        table.row(pair.ours().name(), mebibytes(ours.resident()), mebibytes(ours.proportional()));
        table.row(pair.theirs().name(), mebibytes(theirs.resident()), mebibytes(theirs.proportional()));
        table.row(
                "share (wanted ≤ 0.5)",
                Range.figure((double) ours.resident() / theirs.resident()),
                Range.figure((double) ours.proportional() / theirs.proportional()));
        report.add(table);
    }

    private static String mebibytes(long bytes) {
        return Range.figure(Started.mebibytes(bytes));
    }

    private void starts(Pair pair, Report report) {
        var progress = new Progress(2 * terms.rounds());
        var kept = terms.<Started>measured()
                .run(List.of(starting(pair.ours(), progress), starting(pair.theirs(), progress)));
        progress.end();
        var table = Started.table("Start to the first page, on a database that is there (wanted: ≤ 1/5 of its time)");
        Started.row(table, pair.ours().name(), kept.of(pair.ours().name()));
        Started.row(table, pair.theirs().name(), kept.of(pair.theirs().name()));
        var ours = Range.of(kept.of(pair.ours().name()), Started::seconds);
        var theirs = Range.of(kept.of(pair.theirs().name()), Started::seconds);
        report.add(table)
                .note("Poterne's start takes %s of Keycloak's time"
                        .formatted(Range.figure(ours.median() / theirs.median())))
                .note("starts: " + terms.said(kept));
    }

    private static Competitor<Started> starting(Contender contender, Progress progress) {
        return new Competitor<>(contender.name(), () -> {
            progress.say("starting " + contender.name());
            progress.step();
            return Started.once(contender.node().blueprint());
        });
    }
}
