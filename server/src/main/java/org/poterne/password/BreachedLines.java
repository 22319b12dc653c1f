package org.poterne.password;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/**
 * Reads a list of breached passwords: {@code HASH:COUNT} lines, CRLF or LF, all hashes of one kind. Of any size: what is
 * held of it is one buffer.
 */
final class BreachedLines {

    /** What is done with a hash: its first eight bytes and the next eight. */
    interface Entry {
        void seen(long first, long second, long count);
    }

    /** Told now and then. */
    interface Pace {
        void reached(long lines, long bytes);
    }

    private static final int BUFFER = 1 << 20;
    private static final int LONGEST_LINE = 64;
    private static final int DIGITS_OF_WORD = 16;
    private static final int COUNT_DIGITS = 18;
    private static final byte[] HEX = hexDigits();
    private static final String FORM = "a line is a SHA-1 or NTLM hash in hexadecimal, a colon and a count";

    private final Path file;
    private final Entry entry;
    private final byte[] buffer = new byte[BUFFER];
    private int digits;
    private long lines;

    BreachedLines(Path file, Entry entry) {
        this.file = file;
        this.entry = entry;
    }

    /** @throws BreachedFileRefused at the first line that is none */
    void read(InputStream in, Pace pace) throws IOException {
        var bytes = 0L;
        var kept = 0;
        for (var read = in.read(buffer); read >= 0; read = in.read(buffer, kept, BUFFER - kept)) {
            bytes += read;
            kept = takeLines(kept + read);
            pace.reached(lines, bytes);
        }
        if (kept > 0) {
            take(0, kept);
        }
        pace.reached(lines, bytes);
    }

    /** @throws BreachedFileRefused when there was no line */
    BreachedKind kind() {
        return BreachedKind.ofDigits(digits).orElseThrow(() -> BreachedFileRefused.list(file, "holds no hash"));
    }

    /** @return how much of an unfinished line was moved to the front */
    private int takeLines(int filled) {
        var start = 0;
        for (var at = 0; at < filled; at++) {
            if (buffer[at] == '\n') {
                take(start, at);
                start = at + 1;
            }
        }
        if (filled - start > LONGEST_LINE) {
            throw BreachedFileRefused.line(file, lines + 1, FORM);
        }
        System.arraycopy(buffer, start, buffer, 0, filled - start);
        return filled - start;
    }

    private void take(int start, int lineEnd) {
        lines++;
        var end = lineEnd > start && buffer[lineEnd - 1] == '\r' ? lineEnd - 1 : lineEnd;
        if (end == start) {
            return;
        }
        var colon = start;
        while (colon < end && buffer[colon] != ':') {
            colon++;
        }
        check(colon - start);
        var first = hex(start, start + DIGITS_OF_WORD);
        var second = hex(start + DIGITS_OF_WORD, start + 2 * DIGITS_OF_WORD);
        hex(start + 2 * DIGITS_OF_WORD, colon);
        entry.seen(first, second, count(colon + 1, end));
    }

    private void check(int length) {
        if (BreachedKind.ofDigits(length).isEmpty()) {
            throw BreachedFileRefused.line(file, lines, FORM);
        }
        if (digits != 0 && length != digits) {
            throw BreachedFileRefused.line(file, lines, "its hash is of another kind than those before it");
        }
        digits = length;
    }

    private long hex(int from, int to) {
        var value = 0L;
        for (var at = from; at < to; at++) {
            var digit = HEX[buffer[at] & 0xff];
            if (digit < 0) {
                throw BreachedFileRefused.line(file, lines, FORM);
            }
            value = value << 4 | digit;
        }
        return value;
    }

    private long count(int from, int to) {
        var value = 0L;
        for (var at = from; at < to; at++) {
            if (buffer[at] < '0' || buffer[at] > '9') {
                throw BreachedFileRefused.line(file, lines, FORM);
            }
            value = value * 10 + (buffer[at] - '0');
        }
        if (to <= from || to - from > COUNT_DIGITS) {
            throw BreachedFileRefused.line(file, lines, FORM);
        }
        return value;
    }

    /** By a table: this is asked eighty thousand million times of a whole list. */
    private static byte[] hexDigits() {
        var digits = new byte[256];
        for (var letter = 0; letter < digits.length; letter++) {
            digits[letter] = (byte) Character.digit(letter < 0x80 ? letter : -1, 16);
        }
        return digits;
    }
}
