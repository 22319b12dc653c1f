package org.poterne;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page of threats names tests that exist, and leaves out no line of either list. */
class ThreatsTests {

    private static final Path PAGE = Path.of("../docs/threats.md");
    private static final Pattern BENCHMARKS = Pattern.compile("the benchmarks? ((?:`\\w+`(?:, )?)+)");
    private static final Pattern NUMBERS = Pattern.compile("(?m)^\\| ((?:\\d+(?:, )?)+) ");

    private static final Pattern NAMED = Pattern.compile("`(\\w+Tests)\\.(\\w+)`");

    @Test
    void everyTestThatHoldsAThreatExists() throws IOException {
        var page = Files.readString(PAGE);
        var named = NAMED.matcher(page)
                .results()
                .map(match -> match.group(1) + "." + match.group(2))
                .collect(Collectors.toSet());
        assertThat(named).hasSizeGreaterThan(20);
        assertThat(written()).containsAll(named);
    }

    @Test
    void everyBenchmarkThatHoldsAThreatExists() throws IOException {
        var named = BENCHMARKS
                .matcher(Files.readString(PAGE))
                .results()
                .flatMap(match -> Stream.of(match.group(1).replace("`", "").split(", ")))
                .collect(Collectors.toSet());
        try (var files = Files.walk(Path.of("src/test/java"))) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".java", "")))
                    .containsAll(named)
                    .hasSizeGreaterThan(named.size());
        }
        assertThat(named).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"'## The eighteen, by number', 18", "'## Attacks of the requirements', 25"})
    void noNumberIsMissing(String heading, int last) throws IOException {
        var page = Files.readString(PAGE);
        var begin = page.indexOf(heading) + heading.length();
        var end = page.indexOf("\n## ", begin);
        var section = page.substring(begin, end);
        var numbers = NUMBERS.matcher(section)
                .results()
                .flatMap(match -> Stream.of(match.group(1).split(", ")))
                .map(Integer::valueOf)
                .toList();
        assertThat(numbers).containsAll(IntStream.rangeClosed(1, last).boxed().toList());
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
