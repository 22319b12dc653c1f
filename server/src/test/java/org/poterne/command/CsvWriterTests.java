package org.poterne.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvWriterTests {

    @Test
    void whatHoldsACommaAQuoteOrALineIsQuoted() throws IOException {
        assertThat(row("plain", "a,b", "say \"no\"", "two\nlines", ""))
                .isEqualTo("plain,\"a,b\",\"say \"\"no\"\"\",\"two\nlines\",\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+33 1 23",
                "-1",
                "@SUM(A1)",
                " =1+1",
                "\u00a0=1",
                "\t=1",
                "＝1",
                "=cmd|' /C calc'!A0",
                "=HYPERLINK(1)"
            })
    void noCellIsAFormula(String text) throws IOException {
        assertThat(row(text)).startsWith("'" + text);
    }

    @Test
    void aQuotedFormulaIsNoneEither() throws IOException {
        assertThat(row("=1,\"2\"")).isEqualTo("\"'=1,\"\"2\"\"\"\r\n");
        assertThat(row("\r=1")).isEqualTo("\"'\r=1\"\r\n");
        assertThat(row("1 = 1", "a-b", "l’étape 3")).isEqualTo("1 = 1,a-b,l’étape 3\r\n");
    }

    private static String row(String... cells) throws IOException {
        var written = new StringWriter();
        new CsvWriter(written).row(List.of(cells));
        return written.toString();
    }
}
