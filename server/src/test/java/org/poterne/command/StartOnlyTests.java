package org.poterne.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** What the second compiler keeps away from: a JVM that cannot read it would not start. */
class StartOnlyTests {

    private static final Path FILE = Path.of("../command/start-only.json");
    private static final Pattern MATCH = Pattern.compile("\"((?:com/ibm|org|picocli)[^\"*.]*)");

    @Test
    void theJvmReadsIt() throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(
                        java, "-XX:+UnlockDiagnosticVMOptions", "-XX:CompilerDirectivesFile=" + FILE, "-version")
                .redirectErrorStream(true)
                .start();
        assertThat(process.inputReader().readAllLines()).contains("1 compiler directives added");
        assertThat(process.waitFor()).isZero();
    }

    @Test
    void whatItNamesIsThere() throws IOException {
        var classes = new PathMatchingResourcePatternResolver();
        var named = MATCH.matcher(Files.readString(FILE))
                .results()
                .map(match -> match.group(1))
                .toList();
        assertThat(named).hasSizeGreaterThan(15).allSatisfy(name -> {
            var pattern = name.endsWith("/") ? name + "**/*.class" : name + "*.class";
            assertThat(classes.getResources("classpath*:" + pattern)).as(name).isNotEmpty();
        });
    }
}
