package org.poterne.intake;

import java.util.List;

/**
 * What an import did.
 *
 * @param alreadyThere addresses that had an account, left as it was
 * @param ignoredColumns the columns that no account has a place for
 */
public record ImportReport(long added, long alreadyThere, List<RefusedRow> refused, List<String> ignoredColumns) {

    public ImportReport {
        refused = List.copyOf(refused);
        ignoredColumns = List.copyOf(ignoredColumns);
    }

    ImportReport nothingAdded() {
        return new ImportReport(0, 0, refused, ignoredColumns);
    }

    /** @param line where the row begins in the file, counted as a text editor does, from 1 */
    public record RefusedRow(long line, RowRefusal why) {}
}
