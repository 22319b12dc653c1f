package org.poterne.command;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Comma-separated values (RFC 4180) that a spreadsheet only shows: a cell that would begin a formula begins with an apostrophe
 * instead (OWASP, "CSV Injection"). The texts are strangers'.
 */
final class CsvWriter {

    private static final Pattern FORMULA =
            Pattern.compile("(?s)[\\s\u00a0]*[=+@\uff1d\uff0b\uff20\uff0d\\-].*|(?s)[\t\r\n].*");
    private static final Pattern NEEDS_QUOTES = Pattern.compile("(?s).*[\",\r\n].*");

    private final Writer writer;

    CsvWriter(Writer writer) {
        this.writer = writer;
    }

    void row(List<String> cells) throws IOException {
        writer.write(cells.stream().map(CsvWriter::cell).collect(Collectors.joining(",")));
        writer.write("\r\n");
    }

    private static String cell(String text) {
        var shown = FORMULA.matcher(text).matches() ? "'" + text : text;
        return NEEDS_QUOTES.matcher(shown).matches() ? '"' + shown.replace("\"", "\"\"") + '"' : shown;
    }
}
