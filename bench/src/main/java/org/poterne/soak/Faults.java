package org.poterne.soak;

import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.poterne.rig.Table;

/** What befell the street, and how long it took to get over it. */
final class Faults {

    private static final String NEVER = "never";

    private Faults() {}

    static Table table(List<Struck> struck) {
        var head = Stream.concat(
                Stream.of("fault", "at s", "held s", "answered", "503", "429", "no answer", "unkind", "all well s"),
                Arrays.stream(Flow.values()).map(Flow::words));
        var table = new Table("Faults, and seconds from their end to the first good go", head.toArray(String[]::new));
        struck.forEach(one -> table.row(row(one)));
        return table;
    }

    private static Object[] row(Struck struck) {
        var shown = struck.shown();
        var first = Stream.of(
                struck.fault().words(),
                seconds(struck.at()),
                seconds(struck.held()),
                shown.good(),
                shown.busy(),
                shown.tooMany(),
                shown.silent(),
                shown.unkind(),
                allWell(struck));
        var flows = Arrays.stream(Flow.values())
                .map(flow -> struck.wellAgain(flow).map(Faults::seconds).orElse(NEVER));
        return Stream.concat(first, flows).toArray();
    }

    private static String allWell(Struck struck) {
        return struck.wellAgain().size() < Flow.values().length
                ? NEVER
                : struck.wellAgain().values().stream()
                        .max(Comparator.naturalOrder())
                        .map(Faults::seconds)
                        .orElse(NEVER);
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f", time.toMillis() / 1e3);
    }
}
