package org.poterne.bench;

import java.util.List;
import java.util.stream.IntStream;
import org.poterne.rig.Range;
import org.poterne.rig.Table;

/** Rows of the same measurement, round by round. */
final class Samples {

    private Samples() {}

    static Table table(String title) {
        return new Table(
                title,
                "what",
                "per second",
                "p50 ms",
                "p99 ms",
                "server CPU ms",
                "database CPU ms",
                "503",
                "429",
                "failed");
    }

    static void row(Table table, String what, List<Sample> samples) {
        table.row(
                what,
                Range.of(samples, sample -> sample.result().perSecond()),
                Range.of(samples, sample -> sample.result().milliseconds(50)),
                Range.of(samples, sample -> sample.result().milliseconds(99)),
                Range.of(samples, Sample::serverMilliseconds),
                Range.of(samples, Sample::databaseMilliseconds),
                samples.stream().mapToLong(sample -> sample.result().busy()).sum(),
                samples.stream().mapToLong(sample -> sample.result().tooMany()).sum(),
                samples.stream().mapToLong(sample -> sample.result().failed()).sum());
    }

    /** Round by round, how much more CPU of the server one takes than the other. */
    static Range ratio(List<Sample> more, List<Sample> less) {
        var rounds = IntStream.range(0, Math.min(more.size(), less.size()))
                .mapToObj(round ->
                        more.get(round).serverMilliseconds() / less.get(round).serverMilliseconds())
                .toList();
        return Range.of(rounds, ratio -> ratio);
    }
}
