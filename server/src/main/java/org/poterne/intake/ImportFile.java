package org.poterne.intake;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** A list of people in a file, read row by row and never held whole. */
record ImportFile(Path path, Separator separator, ImportColumns columns) {

    private static final int ROWS_A_STEP = 1_000;

    static ImportFile of(Path path, ImportPlan plan) {
        if (!Files.isRegularFile(path)) {
            throw ImportFileRefused.noSuchFile(path);
        }
        try {
            var separator = separator(path);
            try (var rows = new CsvRows(path, separator)) {
                var header = rows.next().orElseThrow(() -> ImportFileRefused.empty(path));
                return new ImportFile(path, separator, ImportColumns.of(header.cells(), plan, path));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Separator separator(Path path) throws IOException {
        try (var text = new BufferedReader(new ImportText(path, Files.newByteChannel(path)))) {
            return Separator.of(text);
        }
    }

    void forEachRow(ImportProgress.Stage stage, Consumer<ImportProgress> progress, Consumer<CsvRows.Row> sink) {
        try (var rows = new CsvRows(path, separator)) {
            rows.next(); // the header
            var count = 0L;
            for (var row = rows.next(); row.isPresent(); row = rows.next()) {
                sink.accept(row.get());
                if (++count % ROWS_A_STEP == 0) {
                    progress.accept(new ImportProgress(stage, count, rows.bytesRead(), rows.size()));
                }
            }
            progress.accept(new ImportProgress(stage, count, rows.bytesRead(), rows.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
