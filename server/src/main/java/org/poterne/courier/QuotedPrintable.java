package org.poterne.courier;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Text in UTF-8 as every relay passes it on: RFC 2045 §6.7, lines of 76 octets at most. */
final class QuotedPrintable {

    private static final int LONGEST = 76;
    private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);

    private final byte[] text;
    private final ByteArrayOutputStream out;
    private int column;

    private QuotedPrintable(byte[] text) {
        this.text = text;
        this.out = new ByteArrayOutputStream(text.length + text.length / 8);
    }

    /** Line breaks of any system become CRLF. */
    static byte[] encode(String text) {
        var encoding = new QuotedPrintable(text.getBytes(StandardCharsets.UTF_8));
        for (var at = 0; at < encoding.text.length; at++) {
            encoding.octet(at);
        }
        return encoding.out.toByteArray();
    }

    private void octet(int at) {
        var octet = text[at];
        if (octet == '\n') {
            hardBreak();
        } else if (octet == '\r') {
            if (!isAt(at + 1, '\n')) {
                hardBreak();
            }
        } else if (isPlain(octet) || (isBlank(octet) && !endsLine(at))) {
            room(1);
            out.write(octet);
        } else {
            room(3);
            out.write('=');
            out.write(HEX[(octet >> 4) & 0xf]);
            out.write(HEX[octet & 0xf]);
        }
    }

    private static boolean isPlain(byte octet) {
        return octet > ' ' && octet <= '~' && octet != '=';
    }

    private static boolean isBlank(byte octet) {
        return octet == ' ' || octet == '\t';
    }

    /** A blank at a line's end would be lost on the way. */
    private boolean endsLine(int at) {
        return at + 1 == text.length || isAt(at + 1, '\n') || isAt(at + 1, '\r');
    }

    private boolean isAt(int place, char wanted) {
        return place < text.length && text[place] == wanted;
    }

    /** A soft break takes the last column for its sign. */
    private void room(int octets) {
        if (column + octets > LONGEST - 1) {
            out.write('=');
            hardBreak();
        }
        column += octets;
    }

    private void hardBreak() {
        out.write('\r');
        out.write('\n');
        column = 0;
    }
}
