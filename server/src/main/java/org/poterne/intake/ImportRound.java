package org.poterne.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.poterne.intake.ImportReport.RefusedRow;
import org.poterne.intake.RowRefusal.AddressTwice;
import org.poterne.intake.RowRefusal.UsernameTaken;
import org.poterne.intake.RowRefusal.UsernameTwice;

/** One reading of the file: the good rows go on in batches, the others are listed. Of the file it holds the names only. */
final class ImportRound {

    private static final int BATCH = 1_000;

    /** What became of a batch. */
    record Added(int added, Set<String> usernameTaken) {

        static final Added NOBODY = new Added(0, Set.of());
    }

    /** Takes a batch in. */
    interface Sink {

        /** @return how many were new, and of which addresses the username was somebody else's */
        Added add(List<ImportedPerson> people);
    }

    private final ImportColumns columns;
    private final Sink sink;
    private final Map<String, Long> lines = new HashMap<>();
    private final Map<String, Long> usernames = new HashMap<>();
    private final List<ImportedPerson> batch = new ArrayList<>(BATCH);
    private final List<RefusedRow> refused = new ArrayList<>();
    private long added;
    private long taken;

    ImportRound(ImportColumns columns, Sink sink) {
        this.columns = columns;
        this.sink = sink;
    }

    void take(CsvRows.Row row) {
        switch (RowReading.of(columns, row.cells())) {
            case RowReading.Person(var person) -> keep(row.line(), person);
            case RowReading.Refused(var why) -> refused.add(new RefusedRow(row.line(), why));
        }
    }

    private void keep(long line, ImportedPerson person) {
        var twice = earlier(line, person);
        if (twice.isPresent()) {
            refused.add(new RefusedRow(line, twice.get()));
            return;
        }
        batch.add(person);
        if (batch.size() == BATCH) {
            flush();
        }
    }

    /** A row that is refused for its username has not used its address up. */
    private Optional<RowRefusal> earlier(long line, ImportedPerson person) {
        var address = person.account().email().canonical();
        var earlier = lines.get(address);
        if (earlier != null) {
            return Optional.of(new AddressTwice(earlier));
        }
        var skeleton = person.account().username().map(username -> username.skeleton());
        var namesake = skeleton.map(usernames::get);
        if (namesake.isPresent()) {
            return Optional.of(new UsernameTwice(namesake.get()));
        }
        skeleton.ifPresent(name -> usernames.put(name, line));
        lines.put(address, line);
        return Optional.empty();
    }

    private void flush() {
        if (!batch.isEmpty()) {
            var done = sink.add(List.copyOf(batch));
            added += done.added();
            taken += done.usernameTaken().size();
            done.usernameTaken()
                    .forEach(address ->
                            refused.add(new RefusedRow(lines.getOrDefault(address, 0L), new UsernameTaken())));
            batch.clear();
        }
    }

    ImportReport report() {
        flush();
        refused.sort((a, b) -> Long.compare(a.line(), b.line()));
        return new ImportReport(added, lines.size() - added - taken, refused, columns.ignored());
    }
}
