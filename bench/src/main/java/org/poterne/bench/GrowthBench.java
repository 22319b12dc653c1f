package org.poterne.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.poterne.rig.Progress;
import org.poterne.rig.Range;
import org.poterne.rig.Report;
import org.poterne.rig.Rounds.Competitor;
import org.poterne.rig.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code bench growth}: whether ten million accounts are slower than ten thousand. Each number has a server and a database of its
 * own, and they take turns.
 */
@Command(name = "growth", description = "The same with more and more accounts.", mixinStandardHelpOptions = true)
final class GrowthBench implements Callable<Integer> {

    @Option(names = "--accounts", split = ",", description = "How many, from the fewest on.")
    private List<Long> accounts = List.of(10_000L, 1_000_000L, 10_000_000L);

    @Option(names = "--clients", description = "People at once.")
    private int clients = 2;

    @Mixin
    private Terms terms = new Terms();

    @Override
    public Integer call() {
        var towns = new ArrayList<Town>();
        try {
            var progress = new Progress(accounts.size());
            for (var count : accounts) {
                progress.say("loading " + Range.figure((double) count) + " accounts");
                towns.add(Town.open(terms, count));
                progress.step();
            }
            progress.end();
            var report = terms.report("growth");
            times(towns, report);
            report.add(sizes(towns));
            terms.tell(report);
        } finally {
            towns.forEach(Town::close);
        }
        return 0;
    }

    private void times(List<Town> towns, Report report) {
        var progress = new Progress(Town.Task.values().length * towns.size() * terms.rounds());
        var table = new Table(
                "Times by number of accounts, people at once: " + clients,
                "what",
                "accounts",
                "p50 ms",
                "p99 ms",
                "p99 of the fewest (wanted ≤ 1.2)",
                "database CPU ms",
                "refused or failed");
        for (var task : Town.Task.values()) {
            var competitors = towns.stream()
                    .map(town -> new Competitor<>(town.name(), () -> {
                        progress.say(task.words() + ", accounts: " + town.name());
                        progress.step();
                        return town.measure(task, clients, terms.time());
                    }))
                    .toList();
            towns.forEach(town -> town.warmUp(task, clients, terms.warmUp()));
            var kept = terms.<Sample>measured().run(competitors);
            var fewest = p99(kept.of(towns.getFirst().name()));
            for (var town : towns) {
                var samples = kept.of(town.name());
                table.row(
                        task.words(),
                        town.name(),
                        Range.of(samples, sample -> sample.result().milliseconds(50)),
                        p99(samples),
                        Range.figure(p99(samples).median() / fewest.median()),
                        Range.of(samples, Sample::databaseMilliseconds),
                        samples.stream()
                                .mapToLong(sample -> sample.result().refusedOrFailed())
                                .sum());
                failures(samples, report);
            }
            report.note(task.words() + ": " + terms.said(kept));
        }
        progress.end();
        report.add(table);
    }

    private static Range p99(List<Sample> samples) {
        return Range.of(samples, sample -> sample.result().milliseconds(99));
    }

    private static void failures(List<Sample> samples, Report report) {
        samples.stream()
                .flatMap(sample -> sample.result().failures().stream())
                .distinct()
                .limit(2)
                .forEach(failure -> report.note("failed: " + failure));
    }

    private static Table sizes(List<Town> towns) {
        var table = new Table(
                "Loading and room: account, password, known browser, a line of history",
                "accounts",
                "loaded in s",
                "bytes an account",
                "of these account",
                "password",
                "known_device",
                "audit_event");
        for (var town : towns) {
            table.row(
                    town.name(),
                    Range.figure(town.loading().toMillis() / 1e3),
                    Range.figure(town.bytes(Town.TABLES)),
                    Range.figure(town.bytes(List.of("account"))),
                    Range.figure(town.bytes(List.of("password"))),
                    Range.figure(town.bytes(List.of("known_device"))),
                    Range.figure(town.bytes(List.of("audit_event"))));
        }
        return table;
    }
}
