package org.poterne.courier;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class QuotedPrintableTests {

    private static final String PIECES = "aZ09=.  \t\n\r\n«é’ ü日😀~!";

    @Test
    void whatWasWrittenIsReadByTheMailLibrary() throws MessagingException, IOException {
        var random = new Random(11);
        var pieces = PIECES.codePoints().toArray();
        for (var text = 0; text < 500; text++) {
            var written = random.ints(random.nextInt(400), 0, pieces.length)
                    .mapToObj(piece -> Character.toString(pieces[piece]))
                    .collect(Collectors.joining());
            assertThat(read(QuotedPrintable.encode(written))).isEqualTo(written.replaceAll("\r\n|\r|\n", "\r\n"));
        }
    }

    @Test
    void noLineIsLongerThanRelaysAllowAndAllIsAscii() {
        var encoded =
                new String(QuotedPrintable.encode("é=".repeat(300) + "x".repeat(500)), StandardCharsets.ISO_8859_1);
        assertThat(encoded.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(76));
        assertThat(encoded).matches("[\\x20-\\x7e\r\n]*");
    }

    @Test
    void aBlankAtALinesEndIsKept() {
        assertThat(QuotedPrintable.encode("a \nb\t"))
                .asString(StandardCharsets.US_ASCII)
                .isEqualTo("a=20\r\nb=09");
    }

    private static String read(byte[] encoded) throws MessagingException, IOException {
        try (var in = MimeUtility.decode(new ByteArrayInputStream(encoded), "quoted-printable")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
