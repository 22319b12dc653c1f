package org.poterne.bench;

import java.util.List;
import java.util.concurrent.Callable;
import org.poterne.rig.Progress;
import org.poterne.rig.Range;
import org.poterne.rig.Rounds.Competitor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code bench start}: from the start of the process to the first page, on a database that is there already. */
@Command(name = "start", description = "Starting, to the first page.", mixinStandardHelpOptions = true)
final class StartBench implements Callable<Integer> {

    @Mixin
    private Terms terms = new Terms();

    @Override
    public Integer call() {
        try (var house = House.open(terms, 1)) {
            house.contender().node().close();
            var progress = new Progress(terms.rounds());
            var kept = terms.<Started>measured().run(List.of(new Competitor<>("", () -> {
                progress.say("starting");
                progress.step();
                return Started.once(house.contender().node().blueprint());
            })));
            progress.end();
            var table = Started.table("Start to the first page");
            Started.row(table, "Poterne", kept.of(""));
            terms.tell(terms.report("start")
                    .add(table)
                    .note(terms.said(kept))
                    .note("The first start, which makes the tables: "
                            + Range.figure(house.firstStart().toMillis() / 1e3) + " s"));
        }
        return 0;
    }
}
