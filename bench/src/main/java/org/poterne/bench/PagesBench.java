package org.poterne.bench;

import java.util.ArrayList;
import java.util.concurrent.Callable;
import org.poterne.rig.Progress;
import org.poterne.rig.Rounds.Competitor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bench pages}: pages and whole journeys, by themselves. */
@Command(name = "pages", description = "Pages, requests and whole journeys.", mixinStandardHelpOptions = true)
final class PagesBench implements Callable<Integer> {

    private static final int PEOPLE = 200_000;

    @Option(names = "--clients", description = "People at once.")
    private int clients = 16;

    @Mixin
    private Terms terms = new Terms();

    @Override
    public Integer call() {
        try (var house = House.open(terms, PEOPLE)) {
            var contender = house.contender();
            var journeys = Journey.all(contender.door());
            var progress = new Progress(journeys.size() * (terms.rounds() + 1));
            var competitors = new ArrayList<Competitor<Sample>>();
            journeys.forEach((name, journey) -> {
                progress.say("warming up: " + name);
                contender.measure(clients, terms.warmUp(), journey);
                progress.step();
                competitors.add(new Competitor<>(name, () -> {
                    progress.say(name);
                    progress.step();
                    return contender.measure(clients, terms.time(), journey);
                }));
            });
            var kept = terms.<Sample>measured().run(competitors);
            progress.end();
            var table = Samples.table("Pages and journeys, people at once: " + clients);
            journeys.keySet().forEach(name -> Samples.row(table, name, kept.of(name)));
            terms.tell(terms.report("pages").add(table).note(terms.said(kept)));
        }
        return 0;
    }
}
