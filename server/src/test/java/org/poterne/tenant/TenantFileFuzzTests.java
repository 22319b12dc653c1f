package org.poterne.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.poterne.words.Sentences;

/** A tenant's file, however it was mistyped: it is read, or every problem is told with its line. */
class TenantFileFuzzTests {

    private static final Path FILE = file();

    @FuzzTest
    void aFileIsReadOrItsProblemsAreTold(byte[] input) throws IOException {
        Files.write(FILE, input);
        var problems = new ArrayList<TenantFileRefused.Problem>();
        var reading = new TenantFileReader(List.of(), List.of(), new Sentences()).read(FILE, problems);
        assertThat(reading.isEmpty()).isEqualTo(!problems.isEmpty());
        assertThat(problems).allSatisfy(problem -> assertThat(problem.line()).isNotNegative());
    }

    private static Path file() {
        try {
            return Files.createTempFile("poterne", "tenant.yaml");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
