package org.poterne.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleBiFunction;
import org.poterne.rig.Progress;
import org.poterne.rig.Range;
import org.poterne.rig.Rounds.Competitor;
import org.poterne.rig.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * {@code bench signin}: the whole of a sign-in, from the posted form to the open session, beside the bare hash in the same
 * round; and how the page does meanwhile.
 */
@Command(name = "signin", description = "Signing in, beside the bare hash.", mixinStandardHelpOptions = true)
final class SignInBench implements Callable<Integer> {

    private static final List<Integer> CLIENTS = List.of(2, 16, 64);
    private static final int PEOPLE = 50_000;

    @Mixin
    private Terms terms = new Terms();

    /** @param signings in the order of {@link #CLIENTS} */
    private record Round(HashRate bare, List<Signing> signings) {

        Signing with(int clients) {
            return signings.get(CLIENTS.indexOf(clients));
        }
    }

    @Override
    public Integer call() {
        try (var house = House.open(terms, PEOPLE)) {
            var signing = new SigningIn(house);
            var progress = new Progress((CLIENTS.size() + 1) * terms.rounds());
            progress.say("warming up");
            signing.measure(16, terms.warmUp());
            HashRate.measure(Hashers.ours(), 2, terms.warmUp().dividedBy(4));
            var kept = terms.<Round>measured().run(List.of(new Competitor<>("", () -> round(signing, progress))));
            progress.end();
            terms.tell(terms.report("signin")
                    .add(table(kept.of("")))
                    .note(terms.said(kept))
                    .note("Server: " + house.hash() + ".")
                    .note(
                            "Clients and database share the machine with the server; the bare hash has it to itself. What the"
                                    + " server makes of its own CPU is the column by CPU-second."));
        }
        return 0;
    }

    private Round round(SigningIn signing, Progress progress) {
        progress.say("bare hash");
        var bare = HashRate.measure(Hashers.ours(), 2, terms.time());
        progress.step();
        var signings = new ArrayList<Signing>();
        for (var clients : CLIENTS) {
            progress.say("clients: " + clients);
            signings.add(signing.measure(clients, terms.time()));
            progress.step();
        }
        return new Round(bare, signings);
    }

    private static Table table(List<Round> rounds) {
        var table = new Table(
                "Signing in",
                "clients",
                "per second",
                "of the bare hash",
                "of it by CPU-second",
                "p50 ms",
                "p99 ms",
                "p99 / p50",
                "server CPU ms",
                "database CPU ms",
                "page p99 ms",
                "503",
                "failed");
        var bare = Range.of(rounds, round -> round.bare().perSecond());
        var bareCpu = Range.of(rounds, round -> 1_000 / round.bare().perCpuSecond());
        table.row("bare hash", bare, "1", "1", "", "", "", bareCpu, "", "", "", "");
        for (var clients : CLIENTS) {
            var of = new Column(rounds, clients);
            table.row(
                    clients,
                    of.range((_, one) -> one.signIn().result().perSecond()),
                    of.range((round, one) ->
                            one.signIn().result().perSecond() / round.bare().perSecond()),
                    of.range((round, one) -> 1_000
                            / one.signIn().serverMilliseconds()
                            / round.bare().perCpuSecond()),
                    of.range((_, one) -> one.signIn().result().milliseconds(50)),
                    of.range((_, one) -> one.signIn().result().milliseconds(99)),
                    of.range((_, one) -> one.signIn().result().milliseconds(99)
                            / one.signIn().result().milliseconds(50)),
                    of.range((_, one) -> one.signIn().serverMilliseconds()),
                    of.range((_, one) -> one.signIn().databaseMilliseconds()),
                    of.range((_, one) -> one.page().milliseconds(99)),
                    Range.figure(of.sum((_, one) -> one.signIn().result().busy())),
                    Range.figure(of.sum((_, one) -> one.signIn().result().refusedOrFailed())));
        }
        return table;
    }

    private record Column(List<Round> rounds, int clients) {

        Range range(ToDoubleBiFunction<Round, Signing> value) {
            return Range.of(rounds, round -> value.applyAsDouble(round, round.with(clients)));
        }

        double sum(ToDoubleBiFunction<Round, Signing> value) {
            return rounds.stream()
                    .mapToDouble(round -> value.applyAsDouble(round, round.with(clients)))
                    .sum();
        }
    }
}
