package org.poterne.intake;

import java.io.IOException;
import java.io.Reader;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The letters of a UTF-8 file, without its byte-order mark; refuses other encodings, and rows without an end. */
final class ImportText extends Reader {

    static final int LONGEST_ROW = 100_000;

    private static final char MARK = '\uFEFF';
    private static final char LOST = '\uFFFD';

    private final Path file;
    private final Reader letters;
    private boolean begun;
    private char last;
    private long line = 1;
    private long rowLine = 1;
    private long rowLength;

    ImportText(Path file, ReadableByteChannel bytes) {
        this.file = file;
        this.letters = Channels.newReader(
                bytes, StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPLACE), -1);
    }

    /** Tells where the next row begins, so that one open quotation mark does not bring the whole file into memory. */
    void rowBegins(long atLine) {
        rowLine = atLine;
        rowLength = 0;
    }

    @Override
    public int read(char[] buffer, int from, int length) throws IOException {
        var count = letters.read(buffer, from, length);
        if (!begun && count > 0) {
            begun = true;
            if (buffer[from] == MARK) {
                System.arraycopy(buffer, from + 1, buffer, from, count - 1);
                return count == 1 ? read(buffer, from, length) : checked(buffer, from, count - 1);
            }
        }
        return checked(buffer, from, count);
    }

    private int checked(char[] buffer, int from, int count) {
        rowLength += Math.max(0, count);
        if (rowLength > LONGEST_ROW) {
            throw ImportFileRefused.rowTooLong(file, rowLine, LONGEST_ROW);
        }
        for (var at = from; at < from + count; at++) {
            check(buffer[at]);
        }
        return count;
    }

    /** A letter already lost before the file came here is refused like one lost now; NUL is what UTF-16 looks like. */
    private void check(char letter) {
        if (letter == LOST || letter == 0) {
            throw ImportFileRefused.notUtf8(file, line);
        }
        if (letter == '\r' || (letter == '\n' && last != '\r')) {
            line++;
        }
        last = letter;
    }

    @Override
    public void close() throws IOException {
        letters.close();
    }
}
