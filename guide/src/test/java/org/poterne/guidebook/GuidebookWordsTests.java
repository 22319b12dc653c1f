package org.poterne.guidebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuidebookWordsTests {

    private static final Path MESSAGES = Path.of("src/main/resources/messages");

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "es", "it", "pt", "nl", "ar"})
    void everyLanguageSaysAllOfIt(String language) throws IOException {
        assertThat(keys(language)).isEqualTo(keys("fr"));
    }

    private static Set<String> keys(String language) throws IOException {
        var sentences = new Properties();
        try (Reader file = Files.newBufferedReader(MESSAGES.resolve("guidebook_" + language + ".properties"))) {
            sentences.load(file);
        }
        assertThat(sentences.values()).as(language).doesNotContain("");
        return sentences.stringPropertyNames();
    }
}
