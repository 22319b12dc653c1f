package org.poterne.intake;

import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;

/** What stands between two cells: a spreadsheet set to French writes semicolons. */
enum Separator {
    COMMA(','),
    SEMICOLON(';'),
    TAB('\t');

    private final char letter;

    Separator(char letter) {
        this.letter = letter;
    }

    char letter() {
        return letter;
    }

    /** The one found most often in the first row, outside quotation marks. */
    static Separator of(Reader text) throws IOException {
        var header = new StringBuilder();
        var quoted = false;
        for (var letter = text.read(); letter != -1; letter = text.read()) {
            quoted ^= letter == '"';
            if (!quoted && (letter == '\n' || letter == '\r') && !header.isEmpty()) {
                break;
            }
            if (!quoted && (letter == '\t' || !Character.isWhitespace(letter))) {
                header.append((char) letter);
            }
        }
        return Collections.max(
                Arrays.asList(values()),
                Comparator.<Separator>comparingLong(separator -> header.chars()
                                .filter(found -> found == separator.letter)
                                .count())
                        .thenComparing(Comparator.reverseOrder()));
    }
}
