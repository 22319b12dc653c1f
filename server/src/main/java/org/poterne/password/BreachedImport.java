package org.poterne.password;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.poterne.password.BreachedProgress.Stage;
import org.springframework.stereotype.Component;

/** From a downloaded list of breached passwords to the filter that {@code not-common} consults. Needs no database. */
@Component
public final class BreachedImport {

    private final Path filter;

    BreachedImport(PasswordSettings settings) {
        this.filter = settings.breachedFile();
    }

    /**
     * Read twice: to the end without writing, then into a new filter, which takes the place of the old one in one act. A
     * server that runs takes it up by itself.
     *
     * @param leastCount those seen less often are left out; 1 for all. Count 0 is padding, and never one.
     * @throws BreachedFileRefused when the list is none; the filter in use, if any, stays
     */
    public BreachedReport run(Path list, long leastCount, Consumer<BreachedProgress> progress) throws IOException {
        if (leastCount < 1) {
            throw new IllegalArgumentException("a least count of " + leastCount);
        }
        if (!Files.isRegularFile(list) || !Files.isReadable(list)) {
            throw BreachedFileRefused.list(list, "is not a file that can be read");
        }
        var tally = new Tally();
        var checked = new BreachedLines(list, (_, _, count) -> tally.add(count >= leastCount ? 1 : 0));
        read(list, checked, Stage.CHECKING, progress);
        var kind = checked.kind();
        if (tally.kept == 0) {
            throw BreachedFileRefused.list(list, "holds no hash seen %d times or more".formatted(leastCount));
        }
        try (var writer = new BreachedFilterWriter(filter, kind, tally.kept)) {
            var added = new BreachedLines(list, (first, second, count) -> {
                if (count >= leastCount) {
                    writer.add(first, second);
                }
            });
            read(list, added, Stage.ADDING, progress);
            writer.putInPlace();
        }
        return new BreachedReport(kind, tally.kept, tally.all - tally.kept, Files.size(filter));
    }

    private static void read(Path list, BreachedLines lines, Stage stage, Consumer<BreachedProgress> progress)
            throws IOException {
        var size = Files.size(list);
        try (var in = Files.newInputStream(list)) {
            lines.read(in, (read, bytes) -> progress.accept(new BreachedProgress(stage, read, bytes, size)));
        }
    }

    private static final class Tally {
        private long all;
        private long kept;

        void add(int kept) {
            all++;
            this.kept += kept;
        }
    }
}
