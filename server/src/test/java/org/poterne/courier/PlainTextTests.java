package org.poterne.courier;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.poterne.courier.LetterPart.Button;
import org.poterne.courier.LetterPart.Fact;
import org.poterne.courier.LetterPart.Facts;
import org.poterne.courier.LetterPart.Paragraph;

class PlainTextTests {

    @Test
    void aLinkStandsWholeOnALineOfItsOwnHoweverLong() {
        var link = URI.create("https://access.example.org/recovery/open?token=" + "x".repeat(200));
        var text = text(new Button("Change my password", link, "Or copy it:"));
        assertThat(text.lines()).contains("Change my password", "Or copy it:", link.toString());
    }

    @Test
    void linesBreakAtPlainSpacesOnly() {
        var text = text(new Paragraph("mot\u00a0: ".repeat(40)));
        assertThat(text.lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(76));
        assertThat(text.lines()).noneMatch(line -> line.startsWith(":"));
    }

    @Test
    void factsAreLabelledAndIndented() {
        assertThat(text(new Facts(List.of(new Fact("Account", "ada@example.org"), new Fact("Date", "today")))))
                .contains("Account\n  ada@example.org\nDate\n  today\n");
    }

    @Test
    void theFooterIsASignature() {
        assertThat(text(new Paragraph("Hello,"))).isEqualTo("House\n\nHello,\n\n-- \nFooter\n");
    }

    private static String text(LetterPart part) {
        return PlainText.of("House", List.of(part), "Footer");
    }
}
