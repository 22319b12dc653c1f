package org.poterne.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.poterne.password.BreachedProgress.Stage;

/** A downloaded list of breached passwords becomes a filter: whole, or not at all. */
class BreachedListTests {

    private static final int MANY = 20_000;

    @TempDir
    private Path folder;

    private PasswordSettings settings = new PasswordSettings(Path.of(""), null, Duration.ofSeconds(1));

    @BeforeEach
    void settle() {
        settings = new PasswordSettings(folder.resolve("data/breached/passwords.filter"), null, Duration.ofSeconds(1));
    }

    @ParameterizedTest
    @EnumSource
    void everyEntryIsFoundAndAStrangerInTenThousandAtMost(BreachedKind kind) throws IOException {
        var report = take(list(kind, "\n", entries(MANY)));
        assertThat(report.kind()).isEqualTo(kind);
        assertThat(report.entries()).isEqualTo(MANY);
        var breached = new BreachedPasswords(settings);
        for (var entry : entries(MANY)) {
            assertThat(breached.holds(new RawPassword(entry))).as(entry).isTrue();
        }
        var taken = IntStream.range(0, 200_000)
                .filter(number -> breached.holds(new RawPassword("stranger " + number)))
                .count();
        assertThat(taken).as("of 200,000 strangers").isLessThan(20);
    }

    /** RFC 1320, appendix A.5, by way of what NTLM puts before it: UTF-16. And the two hashes everybody knows. */
    @Test
    void hashesAreThoseOfTheLists() {
        assertThat(HexFormat.of().formatHex(new RawPassword("").ntlm())).isEqualTo("31d6cfe0d16ae931b73c59d7e0c089c0");
        assertThat(HexFormat.of().formatHex(new RawPassword("password").ntlm()))
                .isEqualTo("8846f7eaee8fb117ad06bdd830b7586c");
        assertThat(HexFormat.of().formatHex(new RawPassword("password").sha1()))
                .isEqualTo("5baa61e4c9b93f3f0682250b6cf8331b7ee68fd8");
        assertThat(HexFormat.of().formatHex(new RawPassword("e\u0301").sha1()))
                .as("in NFC")
                .isEqualTo(HexFormat.of().formatHex(new RawPassword("\u00e9").sha1()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n"})
    void linesEndEitherWayAndTheLastOneAsItLikes(String end) throws IOException {
        var text = Files.readString(list(BreachedKind.SHA_1, end, entries(3)));
        take(Files.writeString(folder.resolve("stripped"), text.strip()));
        assertThat(entries(3)).allMatch(entry -> new BreachedPasswords(settings).holds(new RawPassword(entry)));
    }

    @Test
    void neitherOrderNorSizeOfLettersMatters() throws IOException {
        var text =
                Files.readString(list(BreachedKind.SHA_1, "\n", entries(500))).toLowerCase(Locale.ROOT);
        var lines = new ArrayList<>(text.lines().toList());
        Collections.shuffle(lines, new Random(20_261_123));
        take(Files.write(folder.resolve("shuffled"), lines));
        var breached = new BreachedPasswords(settings);
        assertThat(entries(500)).allMatch(entry -> breached.holds(new RawPassword(entry)));
    }

    /** PW-5: compared without regard to case. */
    @Test
    void aCapitalMakesNoOtherPasswordOfIt() throws IOException {
        take(list(BreachedKind.SHA_1, "\n", List.of("verger été")));
        assertThat(new BreachedPasswords(settings).holds(new RawPassword("VERGER ÉTÉ")))
                .isTrue();
    }

    @Test
    void thoseSeenTooSeldomAndThePaddingAreLeftOut() throws IOException {
        var list = Files.writeString(
                folder.resolve("list"), line("seldom", 9) + line("often", 10) + line("padding", 0) + line("once", 1));
        assertThat(new BreachedImport(settings).run(list, 10, _ -> {}))
                .extracting(BreachedReport::entries, BreachedReport::leftOut)
                .containsExactly(1L, 3L);
        assertThat(new BreachedPasswords(settings).holds(new RawPassword("often")))
                .isTrue();
        assertThat(new BreachedPasswords(settings).holds(new RawPassword("seldom")))
                .isFalse();
        take(list);
        assertThat(new BreachedPasswords(settings).holds(new RawPassword("once")))
                .isTrue();
        assertThat(new BreachedPasswords(settings).holds(new RawPassword("padding")))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "a CSV file, 2",
        "5BAA61E4C9B93F3F0682250B6CF8331B7EE68FD8, 2",
        "5BAA61E4C9B93F3F0682250B6CF8331B7EE68FD8:, 2",
        "5BAA61E4C9B93F3F0682250B6CF8331B7EE68FD8:x, 2",
        "5BAA61E4C9B93F3F0682250B6CF8331B7EE68FD8:-1, 2",
        "5BAA61E4C9B93F3F0682250B6CF8331B7EE68FDG:1, 2",
        "5BAA61E4C9B93F3F0682250B6CF8331B7EE68FD:1, 2",
        "GBAA61E4C9B93F3F0682250B6CF8331B7EE68FD8:1, 2",
        "8846F7EAEE8FB117AD06BDD830B7586C:1, 2",
        "5BAA61E4C9B93F3F0682250B6CF8331B7EE68FD8:1234567890123456789, 2",
        "motdepasse:12, 2"
    })
    void aLineThatIsNoneIsToldByItsNumberAndNotRepeatedAndNothingIsLost(String wrong, int number) throws IOException {
        take(list(BreachedKind.SHA_1, "\n", entries(10)));
        var before = Files.readAllBytes(settings.breachedFile());
        var list = Files.writeString(folder.resolve("list"), line("good", 1) + wrong + "\n" + line("more", 1));
        assertThatThrownBy(() -> take(list))
                .isInstanceOf(BreachedFileRefused.class)
                .hasMessageContaining("list, line " + number + ": ")
                .hasMessageContaining("Nothing was changed")
                .hasMessageNotContaining(wrong);
        assertThat(Files.readAllBytes(settings.breachedFile())).isEqualTo(before);
        assertThat(besideTheFilter()).isEmpty();
    }

    @Test
    void aFileWithoutLinesIsRefusedWithoutBeingHeld() throws IOException {
        assertRefused(Files.writeString(folder.resolve("empty"), ""), "holds no hash");
        assertRefused(Files.writeString(folder.resolve("blank"), "\r\n\n"), "holds no hash");
        assertRefused(Files.writeString(folder.resolve("padding"), line("padding", 0)), "seen 1 times or more");
        assertRefused(Files.writeString(folder.resolve("long"), "A".repeat(5_000_000)), "line 1");
        assertRefused(folder.resolve("none"), "is not a file");
        assertRefused(folder, "is not a file");
        assertThat(settings.breachedFile()).doesNotExist();
    }

    @Test
    void itsProgressIsToldThroughBothReadings() throws IOException {
        var told = new ArrayList<BreachedProgress>();
        var list = list(BreachedKind.NTLM, "\r\n", entries(MANY));
        new BreachedImport(settings).run(list, 1, told::add);
        assertThat(told.stream().map(BreachedProgress::stage).distinct()).containsExactly(Stage.CHECKING, Stage.ADDING);
        assertThat(told.getLast().bytesRead()).isEqualTo(Files.size(list));
        assertThat(told.getLast().lines()).isEqualTo(MANY);
        assertThat(told)
                .isSortedAccordingTo((a, b) -> a.stage() == b.stage()
                        ? Long.compare(a.bytesRead(), b.bytesRead())
                        : a.stage().compareTo(b.stage()));
    }

    @Test
    void aServerThatRunsTakesUpANewFilterUnderAnyNumberOfLookUps() throws Exception {
        var breached = new BreachedPasswords(settings);
        assertThat(breached.holds(new RawPassword("first"))).as("none yet").isFalse();
        try (var threads = Executors.newFixedThreadPool(8)) {
            take(Files.writeString(folder.resolve("a"), line("always", 1) + line("first", 1)));
            var asking = IntStream.range(0, 7)
                    .mapToObj(_ -> (Callable<Boolean>)
                            () -> IntStream.range(0, 3_000).allMatch(_ -> breached.holds(new RawPassword("always"))))
                    .map(threads::submit)
                    .toList();
            for (var round = 0; round < 20; round++) {
                take(Files.writeString(folder.resolve("b"), line("always", 1) + line("round " + round, 1)));
                assertThat(breached.holds(new RawPassword("round " + round))).isTrue();
            }
            for (var answer : asking) {
                assertThat(answer.get()).as("never without a filter").isTrue();
            }
        }
        assertThat(breached.holds(new RawPassword("first")))
                .as("of a former list")
                .isFalse();
        Files.delete(settings.breachedFile());
        assertThat(breached.holds(new RawPassword("always"))).as("removed").isFalse();
    }

    @Test
    void aFilterThatCannotServeStopsTheStartAndLeavesARunningServerItsOwn() throws IOException {
        take(Files.writeString(folder.resolve("a"), line("always", 1)));
        var running = new BreachedPasswords(settings);
        var whole = Files.readAllBytes(settings.breachedFile());
        for (var broken : List.of(
                new byte[0],
                "POTERNEB".getBytes(StandardCharsets.US_ASCII),
                Arrays.copyOf(whole, whole.length - 1),
                Arrays.copyOf(whole, whole.length + 64),
                new byte[128])) {
            Files.write(folder.resolve("new"), broken);
            Files.move(folder.resolve("new"), settings.breachedFile(), StandardCopyOption.ATOMIC_MOVE);
            assertThatThrownBy(() -> new BreachedPasswords(settings))
                    .isInstanceOf(BreachedFileRefused.class)
                    .hasMessageContaining("import-breached");
            assertThat(running.holds(new RawPassword("always"))).isTrue();
        }
    }

    private void assertRefused(Path list, String why) {
        assertThatThrownBy(() -> take(list))
                .isInstanceOf(BreachedFileRefused.class)
                .hasMessageContaining(why);
    }

    private BreachedReport take(Path list) throws IOException {
        return new BreachedImport(settings).run(list, 1, _ -> {});
    }

    private List<Path> besideTheFilter() throws IOException {
        try (var files = Files.list(folder.resolve("data/breached"))) {
            return files.filter(file -> !file.equals(settings.breachedFile())).toList();
        }
    }

    private Path list(BreachedKind kind, String end, List<String> passwords) throws IOException {
        return Files.writeString(
                folder.resolve("list." + kind),
                passwords.stream()
                        .map(password -> HexFormat.of().withUpperCase().formatHex(kind.hash(new RawPassword(password))))
                        .sorted()
                        .map(hash -> hash + ":3" + end)
                        .collect(Collectors.joining()));
    }

    private static String line(String password, int count) {
        return HexFormat.of().withUpperCase().formatHex(new RawPassword(password).sha1()) + ":" + count + "\n";
    }

    private static List<String> entries(int number) {
        return IntStream.range(0, number).mapToObj(entry -> "entry " + entry).toList();
    }
}
