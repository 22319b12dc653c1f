package org.poterne.intake;

import java.nio.file.Path;

/** A file that cannot be read as a list of people: nothing of it is added. */
public final class ImportFileRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final String HOW =
            "Write a first row that names the columns, as: e-mail,given name,family name (or: courriel;prénom;nom).";

    private ImportFileRefused(String message) {
        super(message);
    }

    static ImportFileRefused noSuchFile(Path file) {
        return new ImportFileRefused("%s: there is no such file. Give the path of a CSV file.".formatted(file));
    }

    static ImportFileRefused empty(Path file) {
        return new ImportFileRefused("%s: the file is empty. %s".formatted(file, HOW));
    }

    static ImportFileRefused noEmailColumn(Path file, String found) {
        return new ImportFileRefused(
                "%s: no column holds the e-mail; the first row holds %s. %s".formatted(file, found, HOW));
    }

    static ImportFileRefused noNameColumn(Path file, String found) {
        return new ImportFileRefused(
                "%s: no column holds a name; the first row holds %s. %s".formatted(file, found, HOW));
    }

    static ImportFileRefused noNeededColumn(Path file, ImportColumn column, String found) {
        return new ImportFileRefused(("%s: no column holds the %s, which the tenant requires; the first row holds %s."
                        + " Add the column, or require less in the tenant file.")
                .formatted(file, column.words(), found));
    }

    static ImportFileRefused columnTwice(Path file, ImportColumn column, String found) {
        return new ImportFileRefused("%s: two columns hold the %s; the first row holds %s. Keep one of them."
                .formatted(file, column.words(), found));
    }

    static ImportFileRefused notUtf8(Path file, long line) {
        return new ImportFileRefused(
                "%s:%d: this line is not UTF-8. Save the file again as CSV UTF-8.".formatted(file, line));
    }

    static ImportFileRefused quotationMarks(Path file, long line) {
        return new ImportFileRefused(("%s:%d: the quotation marks of the row that begins here do not match."
                        + " Write a quotation mark inside a quoted cell twice, and close what is opened.")
                .formatted(file, line));
    }

    static ImportFileRefused rowTooLong(Path file, long line, int atMost) {
        return new ImportFileRefused(("%s:%d: the row that begins here is longer than %d characters."
                        + " A quotation mark is probably opened and never closed.")
                .formatted(file, line, atMost));
    }

    static ImportFileRefused changed(Path file) {
        return new ImportFileRefused(
                "%s: the file changed while it was read; nothing was added. Run the import again.".formatted(file));
    }
}
