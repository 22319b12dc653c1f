package org.poterne.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Files to import, written for a test and read as the import reads them. */
final class ImportFixture {

    private ImportFixture() {}

    static Path file(Path folder, String text) {
        return file(folder, text.getBytes(StandardCharsets.UTF_8));
    }

    static Path file(Path folder, byte[] bytes) {
        try {
            return Files.write(folder.resolve("people.csv"), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<CsvRows.Row> rows(Path file) {
        var rows = new ArrayList<CsvRows.Row>();
        ImportFile.of(file, ImportPlan.PLAIN).forEachRow(ImportProgress.Stage.CHECKING, _ -> {}, rows::add);
        return rows;
    }
}
