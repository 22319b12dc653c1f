package org.poterne.intake;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The rows of a CSV file (RFC 4180), one after the other, each with the line it begins at. */
final class CsvRows implements Closeable {

    record Row(long line, List<String> cells) {

        boolean isBlank() {
            return ImportColumns.width(cells) == 0;
        }
    }

    private final Path file;
    private final SeekableByteChannel bytes;
    private final ImportText text;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;

    CsvRows(Path file, Separator separator) throws IOException {
        this.file = file;
        this.bytes = Files.newByteChannel(file);
        this.text = new ImportText(file, bytes);
        this.parser = CSVParser.builder()
                .setReader(text)
                .setFormat(CSVFormat.DEFAULT
                        .builder()
                        .setDelimiter(separator.letter())
                        .setIgnoreSurroundingSpaces(true)
                        .setIgnoreEmptyLines(false) // they count as lines all the same
                        .get())
                .get();
        this.records = parser.iterator();
    }

    /** The next row that holds anything: a spreadsheet ends its files with rows of separators. */
    Optional<Row> next() {
        while (true) {
            var line = parser.getCurrentLineNumber() + 1;
            text.rowBegins(line);
            if (!hasNext(line)) {
                return Optional.empty();
            }
            var row = new Row(line, records.next().toList());
            if (!row.isBlank()) {
                return Optional.of(row);
            }
        }
    }

    private boolean hasNext(long line) {
        try {
            return records.hasNext();
        } catch (UncheckedIOException e) {
            throw e.getCause() instanceof CSVException ? ImportFileRefused.quotationMarks(file, line) : e;
        }
    }

    long bytesRead() throws IOException {
        return bytes.position();
    }

    long size() throws IOException {
        return bytes.size();
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
