package org.poterne.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.poterne.intake.ImportMode.ALL_OR_NOTHING;
import static org.poterne.intake.ImportMode.GOOD_ONES_KEPT;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.poterne.command.ImportProgressBar.Style;
import org.poterne.house.House;
import org.poterne.intake.AccountImport;
import org.poterne.intake.ImportMode;
import org.poterne.intake.ImportProgress;
import org.poterne.intake.ImportProgress.Stage;
import org.poterne.tenant.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccountsImportTests {

    private final House house = House.build().start();
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(written, true, UTF_8);

    @TempDir
    Path folder = Path.of("");

    @BeforeEach
    void silence() {
        written.reset();
    }

    @AfterAll
    void stop() {
        house.close();
    }

    @Test
    void zeroWhenEveryRowIsThere() throws IOException {
        assertThat(run("e-mail,nom,service\na@x.org,A,S\n", GOOD_ONES_KEPT)).isZero();

        assertThat(said())
                .contains("Columns not used: \"service\".")
                .endsWith("1 account added, 0 already there and left unchanged, 0 rows refused.\n");
    }

    @Test
    void threeWhenSomeRowsAreRefusedAndEachIsExplained() throws IOException {
        var text = "courriel;prénom;nom\n;B;B\nb@;B;B\nc@x.org;;\nd@x.org;D;\nD@x.org;D;\n"
                + "e@x.org;E\u202E;\nf@x.org;" + "f".repeat(101) + ";\ng@x.org;G;G;G\n";

        assertThat(run(text, GOOD_ONES_KEPT)).isEqualTo(3);

        assertThat(said())
                .contains("1 account added, 0 already there and left unchanged, 7 rows refused.")
                .contains("  line 2: the e-mail is empty [address-missing]")
                .contains("  line 3: \"b@\" is not an e-mail address that can be used [not-an-address]")
                .contains("  line 4: both names are empty: one of them is needed [names-missing]")
                .contains("  line 6: the same address as line 5 [address-twice]")
                .contains("  line 7: the given name holds characters that cannot be seen: \"E\\u{202E}\"")
                .contains("  line 8: the given name has 101 characters: 100 at most [name-too-long]")
                .contains("  line 9: 4 cells under 3 columns: ")
                .doesNotContain("more");
    }

    @Test
    void twoWhenAllOrNothingEndsInNothingAndTwentyRowsAreListed() throws IOException {
        assertThat(run("e-mail,nom\nz@x.org,Z\n" + "bad,B\n".repeat(25), ALL_OR_NOTHING))
                .isEqualTo(2);

        assertThat(said())
                .contains("Nothing was added: 25 rows refused, and all or nothing was asked.")
                .contains("line 22:")
                .doesNotContain("line 23:")
                .endsWith("  and 5 more\n");
    }

    @Test
    void twoWhenTheFileCannotBeRead() throws IOException {
        assertThat(run("nom\nA\n", GOOD_ONES_KEPT)).isEqualTo(2);

        assertThat(said()).contains("no column holds the e-mail").doesNotContain("Exception");
    }

    @Test
    void aFileOfOutputGetsALineEveryTenPercent() {
        try (var bar = new ImportProgressBar(out, Style.LINES)) {
            steps(Stage.CHECKING).forEach(bar);
        }

        assertThat(said().lines())
                .hasSize(11)
                .startsWith("Checking:   0 %, 0 rows", "Checking:  10 %, 100 rows")
                .endsWith("Checking: 100 %, 1,000 rows");
    }

    @Test
    void aTerminalGetsOneLineAStageRewrittenInPlace() {
        try (var bar = new ImportProgressBar(out, Style.IN_PLACE)) {
            Stream.concat(steps(Stage.CHECKING), steps(Stage.ADDING)).forEach(bar);
        }

        assertThat(said().split("\n")).hasSize(2);
        assertThat(said())
                .contains("\r[###############---------------] Checking:  50 %, 500 rows")
                .endsWith("\r[##############################] Adding: 100 %, 1,000 rows\n");
    }

    private static Stream<ImportProgress> steps(Stage stage) {
        return Stream.iterate(0L, rows -> rows <= 1_000, rows -> rows + 25)
                .map(rows -> new ImportProgress(stage, rows, rows, 1_000));
    }

    private int run(String text, ImportMode mode) throws IOException {
        house.bean(JdbcClient.class).sql("truncate account cascade").update();
        var file = Files.writeString(folder.resolve("people.csv"), text);
        return AccountsImport.run(house.bean(AccountImport.class), new TenantId("gimic"), file, mode, out);
    }

    private String said() {
        return written.toString(UTF_8).replace(System.lineSeparator(), "\n");
    }
}
