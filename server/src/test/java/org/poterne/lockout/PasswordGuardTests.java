package org.poterne.lockout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PasswordGuardTests {

    /** A page that compared by itself would be a door without the lock (Zitadel CVE-2025-64102; decision 0012). */
    @Test
    void nothingElseComparesPasswords() throws IOException {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".java"))
                            .filter(file -> text(file).contains("asswords.matches("))
                            .map(file -> String.valueOf(file.getFileName())))
                    .containsExactly("PasswordGuard.java");
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
