package org.poterne.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A list of people from whatever wrote it: its rows are read to the end, or it is refused in words. */
class ImportFileFuzzTests {

    private static final Path FILE = file();

    @FuzzTest
    void aListIsReadToItsEndOrRefused(byte[] input) throws IOException {
        Files.write(FILE, input);
        try (var rows = new CsvRows(FILE, Separator.COMMA)) {
            var last = 0L;
            for (var row = rows.next(); row.isPresent(); row = rows.next()) {
                assertThat(row.get().line()).isGreaterThan(last);
                last = row.get().line();
            }
        } catch (ImportFileRefused refused) {
            assertThat(refused).hasMessageContaining(FILE.toString());
        }
    }

    private static Path file() {
        try {
            return Files.createTempFile("poterne", "people.csv");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
