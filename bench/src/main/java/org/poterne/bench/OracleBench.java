package org.poterne.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.poterne.rig.Browser;
import org.poterne.rig.Progress;
import org.poterne.rig.Range;
import org.poterne.rig.RigFailure;
import org.poterne.rig.Table;
import org.poterne.rig.Wire;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bench oracle}: whether the time of an answer tells who has an account. */
@Command(name = "oracle", description = "Known against unknown, by the clock.", mixinStandardHelpOptions = true)
final class OracleBench implements Callable<Integer> {

    private static final double TELLS = 0.01;

    @Option(names = "--samples", description = "Of each.")
    private int samples = 1_000;

    @Mixin
    private Terms terms = new Terms();

    /** Where something is asked with an address, and what is typed besides. */
    private record Asked(String what, String path, String field, Map<String, String> besides, int status) {

        Map<String, String> by(String email) {
            var fields = new HashMap<>(besides);
            fields.put(field, email);
            return fields;
        }
    }

    private static final List<Asked> ALL = List.of(
            new Asked("sign-in, wrong password", PoterneDoor.SIGN_IN, "identifier", Map.of("password", "faux"), 422),
            new Asked("forgotten password", PoterneDoor.RECOVERY, "email", Map.of(), 303),
            new Asked("confirmation once more", PoterneDoor.RESEND, "email", Map.of(), 303),
            new Asked("sign-up", PoterneDoor.SIGN_UP, "email", PoterneDoor.signingUp("-"), 303));

    @Override
    public Integer call() {
        try (var house = House.open(terms, 4L * (samples + warmUp()));
                var wire = new Wire(house.contender().node().address())) {
            var progress = new Progress(ALL.size());
            var table = new Table(
                    "Known and unknown, samples of each: " + samples,
                    "what",
                    "known, median ms",
                    "unknown, median ms",
                    "p of the rank test",
                    "tells nothing (p > " + TELLS + ")");
            for (var asked : ALL) {
                progress.say(asked.what());
                var ranks = sampled(house, wire, asked);
                progress.step();
                table.row(
                        asked.what(),
                        Range.figure(ranks.firstMedian()),
                        Range.figure(ranks.secondMedian()),
                        Range.figure(ranks.p()),
                        ranks.p() > TELLS ? "yes" : "no");
            }
            progress.end();
            terms.tell(terms.report("oracle").add(table));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return 0;
    }

    private int warmUp() {
        return samples / 5;
    }

    /** Which comes first alternates: whatever follows in the background disturbs both alike. */
    private Ranks sampled(House house, Wire wire, Asked asked) throws IOException {
        var known = new double[samples];
        var unknown = new double[samples];
        for (var sample = -warmUp(); sample < samples; sample++) {
            var people = house.people();
            var isKnownFirst = sample % 2 == 0;
            var first = timed(wire, people, asked, isKnownFirst ? people.next() : people.stranger());
            var second = timed(wire, people, asked, isKnownFirst ? people.stranger() : people.next());
            if (sample >= 0) {
                known[sample] = isKnownFirst ? first : second;
                unknown[sample] = isKnownFirst ? second : first;
            }
        }
        return Ranks.of(known, unknown);
    }

    /** @return milliseconds of the answer to the form, from its first byte sent to its last received */
    private static double timed(Wire wire, People people, Asked asked, String email) throws IOException {
        var visitor = new Browser(wire, people.visitor());
        var page = visitor.get(asked.path());
        var begin = System.nanoTime();
        var answer = visitor.submitAndStay(page, asked.by(email));
        var milliseconds = (System.nanoTime() - begin) / 1e6;
        if (answer.status() != asked.status()) {
            throw new RigFailure(asked.what() + " was answered " + answer);
        }
        return milliseconds;
    }
}
