package org.poterne.rig;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.poterne.Poterne;

/** How a Poterne is started, up to its own command: {@code java … -jar poterne.jar}. */
public record Launch(List<String> words) {

    public Launch {
        words = List.copyOf(words);
    }

    /** As {@code ./poterne} does, which hands its own words over, one a line. */
    public static Launch of(String lines) {
        return new Launch(lines.lines().filter(line -> !line.isBlank()).toList());
    }

    /** From the classes that run here: what a test starts. It lives for seconds, so the second compiler stays out. */
    public static Launch here() {
        return new Launch(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Poterne.class.getName()));
    }

    List<String> command(String... more) {
        return Stream.concat(words.stream(), Stream.of(more)).toList();
    }
}
