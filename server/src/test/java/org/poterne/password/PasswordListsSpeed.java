package org.poterne.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A benchmark, run by name ({@code ./poterne test -Dtest=PasswordListsSpeed}): what a look-up costs, and how fast a list of
 * breached passwords is taken up. It prints medians; on a shared machine only their size says anything.
 */
class PasswordListsSpeed {

    private static final int ROUNDS = 200;
    private static final int LOOK_UPS = 10_000;
    private static final int LINES = Integer.getInteger("poterne.lines", 5_000_000);

    @TempDir
    private Path folder;

    @Test
    void aLookUpInTheListOfCommonPasswords() {
        var start = System.nanoTime();
        var common = new CommonPasswords();
        System.out.printf("common: %,d read in %.0f ms, cold%n", common.size(), (System.nanoTime() - start) / 1e6);
        var words = texts("verger", "motdepasse", "azertyuiop", "xkqvbnztra");
        report("common, one look-up", words, common::contains);
        report("common, whole password", typed(words), common::holds);
        report("common, dressed up", typed(texts("Motdepasse1!", "V3rg3r2024!", "!!xkqvb9z!")), common::holds);
    }

    @Test
    void aListOfBreachedPasswords() throws IOException {
        var random = new Random(20_261_123);
        var list = folder.resolve("list.txt");
        try (var out = Files.newBufferedWriter(list)) {
            for (var line = 0; line < LINES; line++) {
                var hash = ByteBuffer.allocate(20)
                        .putLong((-1L >>> 1) / LINES * line * 2)
                        .putLong(random.nextLong())
                        .putInt(random.nextInt());
                out.write(HexFormat.of().withUpperCase().formatHex(hash.array()) + ":" + (1 + line % 40) + "\r\n");
            }
        }
        var settings = new PasswordSettings(folder.resolve("passwords.filter"), null, Duration.ofSeconds(1));
        var start = System.nanoTime();
        var report = new BreachedImport(settings).run(list, 1, _ -> {});
        var seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                "import: %,d lines, %,d MB of list, %,d MB of filter, %.1f s, %,.0f lines a second%n",
                report.entries(), Files.size(list) / 1_000_000, report.bytes() / 1_000_000, seconds, LINES / seconds);
        var breached = new BreachedPasswords(settings);
        report("breached, whole password", typed(texts("verger tambour", "azertyuiop")), breached::holds);
        var taken = IntStream.range(0, 1_000_000)
                .filter(number -> breached.holds(new RawPassword("stranger " + number)))
                .count();
        System.out.printf("strangers taken for breached: %d of 1,000,000, each looked up twice%n", taken);
        assertThat(taken).isLessThan(100);
    }

    private static <T> void report(String what, List<T> asked, Predicate<T> holds) {
        var nanoseconds = new double[ROUNDS];
        var hits = 0;
        for (var round = -ROUNDS; round < ROUNDS; round++) {
            var start = System.nanoTime();
            for (var look = 0; look < LOOK_UPS; look++) {
                hits += holds.test(asked.get(look % asked.size())) ? 1 : 0;
            }
            if (round >= 0) {
                nanoseconds[round] = (double) (System.nanoTime() - start) / LOOK_UPS;
            }
        }
        Arrays.sort(nanoseconds);
        System.out.printf("%s: median %.0f ns (%d hits)%n", what, nanoseconds[ROUNDS / 2], hits);
    }

    private static List<RawPassword> typed(List<String> texts) {
        return texts.stream().map(RawPassword::new).toList();
    }

    /** Many different ones, so that no answer stays in the processor's reach. */
    private static List<String> texts(String... stems) {
        return IntStream.range(0, 4_096)
                .mapToObj(number ->
                        number % 2 == 0 ? stems[number % stems.length] : stems[number % stems.length] + number)
                .toList();
    }
}
