package org.poterne.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.poterne.intake.ImportFixture.file;
import static org.poterne.intake.ImportFixture.rows;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is written as RFC 4180 says is read back, with the line it was written at. The seed is the repetition. */
class CsvRoundTripTests {

    private static final List<String> PIECES = List.of(
            "a", "B", "é", "e\u0301", "ß", "李", "𠮷", "\"", "\"\"", ",", ";", "\t", " ", "'", "\n", "\r\n", "\\", "#");

    @TempDir
    Path folder = Path.of("");

    @RepeatedTest(200)
    void whatWasWrittenIsReadBackWithItsLine(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var separator = List.of(",", ";", "\t").get(random.nextInt(3));
        var lineEnd = random.nextBoolean() ? "\n" : "\r\n";
        var text = new StringBuilder(random.nextBoolean() ? "\uFEFF" : "")
                .append(String.join(separator, "nom", "e-mail", "note"))
                .append(lineEnd);
        var written = new ArrayList<CsvRows.Row>();
        for (var row = 0; row < 60; row++) {
            var cells = IntStream.range(0, 3).mapToObj(_ -> cell(random)).toList();
            written.add(new CsvRows.Row(1 + lineEnds(text), cells));
            text.append(cells.stream().map(cell -> quoted(cell, random)).collect(Collectors.joining(separator)))
                    .append(lineEnd.repeat(1 + random.nextInt(3)));
        }

        assertThat(rows(file(folder, text.toString()))).containsExactlyElementsOf(written);
    }

    /** Never blank: a blank row is nobody. */
    private static String cell(Random random) {
        return "x"
                + IntStream.range(0, random.nextInt(12))
                        .mapToObj(_ -> PIECES.get(random.nextInt(PIECES.size())))
                        .collect(Collectors.joining());
    }

    private static String quoted(String cell, Random random) {
        var plain = cell.chars().noneMatch(letter -> "\",;\t\r\n ".indexOf(letter) >= 0);
        return plain && random.nextBoolean() ? cell : "\"" + cell.replace("\"", "\"\"") + "\"";
    }

    private static long lineEnds(CharSequence text) {
        return text.chars().filter(letter -> letter == '\n').count();
    }
}
