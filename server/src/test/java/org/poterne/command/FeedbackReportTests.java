package org.poterne.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.poterne.guide.Feedback;
import org.poterne.house.House;
import org.poterne.tenant.Tenants;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From a reader's button to the operator's terminal and spreadsheet. */
class FeedbackReportTests {

    private static final House HOUSE = House.open();
    private static final String PAGE = "/coffre/help/forgotten-password";

    @TempDir
    private Path folder;

    @BeforeEach
    void nothingSaidYet() {
        HOUSE.withFreshBudgets();
        HOUSE.bean(JdbcClient.class)
                .sql("delete from guide_feedback where tenant_id = 'coffre'")
                .update();
    }

    @Test
    void theTableCountsByPageAndLanguageAndShowsNoComment() {
        answer("yes", "");
        answer("no", "=HYPERLINK(\"http://evil.example\")");
        var said = report(Optional.of("coffre"), Optional.empty(), 0);
        assertThat(said).startsWith("tenant  page                language  useful  not useful  last comment\n");
        assertThat(said).containsPattern("\ncoffre {2}forgotten-password {2}fr {8}1 {7}1 {11}\\d{4}-\\d\\d-\\d\\d\n");
        assertThat(said).doesNotContain("HYPERLINK");
        assertThat(report(Optional.empty(), Optional.empty(), 0)).contains("coffre");
    }

    @Test
    void theFileHoldsEveryAnswerAndNoFormula() throws IOException {
        answer("no", "=HYPERLINK(\"http://evil.example\")");
        answer("yes", "");
        var file = folder.resolve("answers.csv");
        assertThat(report(Optional.of("coffre"), Optional.of(file), 0)).contains("2 answers are in " + file + ".");
        var lines = Files.readString(file).split("\r\n");
        assertThat(lines).hasSize(3);
        assertThat(lines[0]).isEqualTo("tenant,page,language,useful,comment,at");
        assertThat(lines[1])
                .startsWith("coffre,forgotten-password,fr,no,\"'=HYPERLINK(\"\"http://evil.example\"\")\",2");
        assertThat(lines[2]).startsWith("coffre,forgotten-password,fr,yes,,2");
    }

    @Test
    void whatCannotBeIsTold() {
        assertThat(report(Optional.of("nowhere"), Optional.empty(), 2)).contains("no tenant 'nowhere'", "gimic");
        assertThat(report(Optional.of("coffre"), Optional.empty(), 0)).contains("Nobody has said anything");
        assertThat(report(Optional.of("coffre"), Optional.of(folder.resolve("none/a.csv")), 2))
                .contains("--csv cannot be written");
    }

    private static void answer(String useful, String comment) {
        var visitor = HOUSE.visitor();
        visitor.submit(visitor.get(PAGE), Map.of("useful", useful, "comment", comment));
    }

    private static String report(Optional<String> tenant, Optional<Path> csv, int code) {
        var written = new ByteArrayOutputStream();
        var report = new FeedbackReport(HOUSE.bean(Tenants.class), HOUSE.bean(Feedback.class));
        assertThat(report.run(tenant, csv, new PrintStream(written, true, UTF_8)))
                .isEqualTo(code);
        return written.toString(UTF_8);
    }
}
