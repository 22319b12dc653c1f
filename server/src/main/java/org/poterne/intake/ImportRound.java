package org.poterne.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.poterne.account.NewAccount;
import org.poterne.intake.ImportReport.RefusedRow;
import org.poterne.intake.RowRefusal.AddressTwice;

/** One reading of the file: the good rows go on in batches, the others are listed. Of the file it holds the addresses only. */
final class ImportRound {

    private static final int BATCH = 1_000;

    private final ImportColumns columns;
    private final ToIntFunction<List<NewAccount>> add;
    private final Map<String, Long> lines = new HashMap<>();
    private final List<NewAccount> batch = new ArrayList<>(BATCH);
    private final List<RefusedRow> refused = new ArrayList<>();
    private long added;

    /** @param add answers how many of a batch were new */
    ImportRound(ImportColumns columns, ToIntFunction<List<NewAccount>> add) {
        this.columns = columns;
        this.add = add;
    }

    void take(CsvRows.Row row) {
        switch (RowReading.of(columns, row.cells())) {
            case RowReading.Person(var person) -> keep(row.line(), person);
            case RowReading.Refused(var why) -> refused.add(new RefusedRow(row.line(), why));
        }
    }

    private void keep(long line, NewAccount person) {
        var earlier = lines.putIfAbsent(person.email().canonical(), line);
        if (earlier != null) {
            refused.add(new RefusedRow(line, new AddressTwice(earlier)));
            return;
        }
        batch.add(person);
        if (batch.size() == BATCH) {
            flush();
        }
    }

    private void flush() {
        if (!batch.isEmpty()) {
            added += add.applyAsInt(List.copyOf(batch));
            batch.clear();
        }
    }

    ImportReport report() {
        flush();
        return new ImportReport(added, lines.size() - added, refused, columns.ignored());
    }
}
