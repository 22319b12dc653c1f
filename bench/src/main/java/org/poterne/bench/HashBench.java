package org.poterne.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.poterne.rig.Progress;
import org.poterne.rig.Range;
import org.poterne.rig.Rounds.Competitor;
import org.poterne.rig.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code bench hash}: argon2id alone, the server's own beside others. */
@Command(name = "hash", description = "argon2id, by itself.", mixinStandardHelpOptions = true)
final class HashBench implements Callable<Integer> {

    @Mixin
    private Terms terms = new Terms();

    @Override
    public Integer call() {
        var table =
                new Table("argon2id m=19456 t=2 p=1", "hasher", "threads", "per CPU-second", "per second", "of ours");
        var report = terms.report("hash").add(table);
        for (var threads : List.of(1, 2)) {
            measure(threads, table).forEach(report::note);
        }
        terms.tell(report);
        return 0;
    }

    private List<String> measure(int threads, Table table) {
        var hashers = Hashers.all();
        var progress = new Progress(hashers.size() * terms.rounds());
        var competitors = new ArrayList<Competitor<HashRate>>();
        hashers.forEach((name, hasher) -> {
            HashRate.measure(hasher, threads, terms.warmUp().dividedBy(4));
            competitors.add(new Competitor<>(name, () -> {
                progress.say(name + ", threads: " + threads);
                progress.step();
                return HashRate.measure(hasher, threads, terms.time());
            }));
        });
        var kept = terms.<HashRate>measured().run(competitors);
        progress.end();
        var ours = Range.of(kept.of(hashers.firstEntry().getKey()), HashRate::perCpuSecond);
        hashers.keySet().forEach(name -> {
            var perCpuSecond = Range.of(kept.of(name), HashRate::perCpuSecond);
            table.row(
                    name,
                    threads,
                    perCpuSecond,
                    Range.of(kept.of(name), HashRate::perSecond),
                    Range.figure(perCpuSecond.median() / ours.median()));
        });
        return List.of("threads " + threads + ": " + terms.said(kept));
    }
}
