package org.poterne.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code poterne passwords import-breached} as the operator runs it, in a process of its own and without a database. */
class BreachedListImportTests {

    private static final String LIST = """
            5BAA61E4C9B93F3F0682250B6CF8331B7EE68FD8:10434004
            7C4A8D09CA3762AF61E59520943DC26494F8941B:42542807
            F7C3BC1D808E04732ADF679965CCC34CA7AE3441:3
            """;

    @TempDir
    private Path folder;

    @Test
    void zeroAndAReportWhenTheListIsTakenUp() throws IOException {
        var said = run(0, LIST, "--min-count", "10");
        assertThat(said)
                .contains("Checking: 100 %, 3 rows", "Adding: 100 %, 3 rows")
                .contains("2 breached passwords (SHA-1) taken up, 1 left out: 1 MB.");
        assertThat(folder.resolve("data/breached/passwords.filter")).exists();
        assertThat(folder.resolve("data/postgres")).doesNotExist();
    }

    @Test
    void twoAndTheLineWhenItIsNoList() throws IOException {
        assertThat(run(2, LIST + "motdepasse\n"))
                .contains("list.txt, line 4: a line is a SHA-1 or NTLM hash in hexadecimal, a colon and a count.")
                .doesNotContain("motdepasse");
        assertThat(folder.resolve("data/breached")).doesNotExist();
    }

    @Test
    void twoWhenTheFolderCannotBeWritten() throws IOException {
        Files.createDirectories(folder.resolve("data"));
        Files.writeString(folder.resolve("data/breached"), "a file in the place of the folder");
        assertThat(run(2, LIST)).contains("Nothing was changed.").doesNotContain("\tat ");
    }

    @Test
    void aLeastCountOfNothingIsRefused() throws IOException {
        assertThat(run(2, LIST, "--min-count", "0")).contains("--min-count wants a number from 1 on.");
    }

    /** A filter that cannot serve: nothing half-starts. */
    @Test
    void serveRefusesToStartOnAFilterThatIsNotWhole() throws IOException {
        Files.createDirectories(folder.resolve("data/breached"));
        Files.writeString(folder.resolve("data/breached/passwords.filter"), "POTERNEB");
        try (var server = ChildPoterne.start(ChildPoterne.good(folder.resolve("data")), "serve")) {
            assertThat(server.exitCode()).isOne();
            assertThat(server.said())
                    .contains("passwords.filter is no filter of breached passwords", "import-breached")
                    .doesNotContain("\tat ");
        }
    }

    private String run(int code, String list, String... flags) throws IOException {
        var file = Files.writeString(folder.resolve("list.txt"), list, UTF_8);
        var settings =
                new HashMap<>(Map.of("POTERNE_DATA", folder.resolve("data").toString()));
        var words = new ArrayList<>(List.of("passwords", "import-breached", file.toString()));
        words.addAll(List.of(flags));
        try (var poterne = ChildPoterne.start(settings, words.toArray(String[]::new))) {
            assertThat(poterne.exitCode()).as(poterne.said()).isEqualTo(code);
            return poterne.said();
        }
    }
}
