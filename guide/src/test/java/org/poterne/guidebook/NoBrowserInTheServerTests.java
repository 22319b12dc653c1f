package org.poterne.guidebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The walker is a program of its own: who runs the server installs no browser, and no driver of one. */
class NoBrowserInTheServerTests {

    private static final Pattern PLAYWRIGHT =
            Pattern.compile("<groupId>com\\.microsoft\\.playwright</groupId>.*?</dependency>", Pattern.DOTALL);

    @Test
    void theServerHasPlaywrightForItsTestsAlone() throws IOException {
        assertThat(PLAYWRIGHT
                        .matcher(Files.readString(Path.of("../server/pom.xml")))
                        .results())
                .singleElement()
                .satisfies(found -> assertThat(found.group()).contains("<scope>test</scope>"));
        try (var files = Files.walk(Path.of("../server/src/main/java"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file)).as(file.toString()).doesNotContain("com.microsoft.playwright");
            }
        }
    }
}
