package org.poterne.bench;

import java.time.Duration;
import java.util.List;
import org.poterne.rig.Blueprint;
import org.poterne.rig.Node;
import org.poterne.rig.Range;
import org.poterne.rig.Table;
import org.poterne.rig.Usage;

/** One start: how long to the first page, and what had been used by then. */
record Started(Duration time, Usage usage) {

    static Started once(Blueprint blueprint) {
        try (var node = Node.start(blueprint)) {
            var time = node.awaitPage();
            return new Started(time, node.usage());
        }
    }

    double seconds() {
        return time.toNanos() / 1e9;
    }

    static Table table(String title) {
        return new Table(title, "what", "seconds", "CPU seconds", "resident MiB", "PSS MiB");
    }

    static void row(Table table, String what, List<Started> starts) {
        table.row(
                what,
                Range.of(starts, Started::seconds),
                Range.of(starts, start -> start.usage().cpu().toNanos() / 1e9),
                Range.of(starts, start -> mebibytes(start.usage().resident())),
                Range.of(starts, start -> mebibytes(start.usage().proportional())));
    }

    static double mebibytes(long bytes) {
        return bytes / 1024.0 / 1024.0;
    }
}
