package org.poterne;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page of threats names tests that exist. */
class ThreatsTests {

    private static final Pattern NAMED = Pattern.compile("`(\\w+Tests)\\.(\\w+)`");

    @Test
    void everyTestThatHoldsAThreatExists() throws IOException {
        var page = Files.readString(Path.of("../docs/threats.md"));
        var named = NAMED.matcher(page)
                .results()
                .map(match -> match.group(1) + "." + match.group(2))
                .collect(Collectors.toSet());
        assertThat(named).hasSizeGreaterThan(20);
        assertThat(written()).containsAll(named);
    }

    private static Set<String> written() throws IOException {
        try (var files = Files.walk(Path.of("src/test/java"))) {
            var tests = new HashSet<String>();
            for (var file :
                    files.filter(path -> path.toString().endsWith("Tests.java")).toList()) {
                var name = file.getFileName().toString().replace(".java", "");
                Pattern.compile("void (\\w+)\\(")
                        .matcher(Files.readString(file))
                        .results()
                        .forEach(match -> tests.add(name + "." + match.group(1)));
            }
            return tests;
        }
    }
}
