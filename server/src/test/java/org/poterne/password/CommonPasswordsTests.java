package org.poterne.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is guessed first is refused, dressed up or not; what only holds such a word is not. */
class CommonPasswordsTests {

    private static final CommonPasswords COMMON = new CommonPasswords();

    private final Random random = new Random(20_261_123);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password",
                "123456789",
                "azertyuiop",
                "qwertyuiop",
                "motdepasse",
                "jetaime",
                "soleil",
                "marseille",
                "anniversaire",
                "iloveyou",
                "trustno1",
                "abcd1234",
                "1q2w3e4r5t",
                "camille",
                "guillaume",
            })
    void whatIsGuessedFirstIsCommon(String password) {
        assertThat(holds(password)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Motdepasse1!", "azertyuiop1", "P@ssw0rd", "P4$$w0rd2024!", "!!Soleil!!", "2024Marseille", "M0td3p4ss3",
                "Azertyuiop*", "anniversaire12", "Chocolat_2025", "1Camille1", "S0l3i1", "Pa55word|", "mot-de-passe-1",
                "mot de passe", "mot.de.passe", "Gui11aume!", "€xcellent", "12345678901"
            })
    void aSingleWordDressedUpIsCommonStill(String password) {
        assertThat(holds(password)).isTrue();
    }

    /** NIST SP 800-63B-4 §3.1.1.2: the entire password is compared, not the words it may hold. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "verger tambour ficelle nuage",
                "soleil marseille 42",
                "café 42",
                "sésame ouvre-toi",
                "soleiltambourin",
                "xk7#Qe2wLp9v",
                "soleil83749201746",
                "83749201746soleil",
                "aaaaaaaaaaaaaaa",
                "zz9",
                "",
                "   ",
                "🔑🔑🔑🔑",
                "motdepassemarseillesoleil"
            })
    void aPhraseOrARareTextIsNot(String password) {
        assertThat(holds(password)).isFalse();
    }

    @Test
    void noEntryEscapesByCaseFormOrWhatIsPutAroundIt() throws IOException {
        var entries = entries();
        for (var round = 0; round < 20_000; round++) {
            var entry = entries.get(random.nextInt(entries.size()));
            assertThat(holds(entry)).as(entry).isTrue();
            var other = random.nextBoolean() ? entry.toUpperCase(Locale.ROOT) : entry;
            other = Normalizer.normalize(other, random.nextBoolean() ? Normalizer.Form.NFKD : Normalizer.Form.NFC);
            assertThat(holds(other)).as(other).isTrue();
            if (entry.length() >= 4 && entry.chars().allMatch(Character::isLetter)) {
                var dressed = signs() + other + signs();
                assertThat(holds(dressed)).as(dressed).isTrue();
            }
        }
    }

    @Test
    void whatIsMadeAtRandomIsNeverTakenForCommon() {
        for (var round = 0; round < 100_000; round++) {
            var text = new StringBuilder();
            for (var i = 0; i < 12; i++) {
                text.append((char) ('a' + random.nextInt(26)));
            }
            assertThat(holds(text.toString())).as(text.toString()).isFalse();
        }
    }

    @Test
    void foldingTwiceIsFoldingOnce() {
        for (var round = 0; round < 20_000; round++) {
            var text = new StringBuilder();
            for (var i = 0; i < 6; i++) {
                text.appendCodePoint(random.nextInt(0x3000));
            }
            var folded = Folded.of(text.toString());
            assertThat(Folded.of(folded)).isEqualTo(folded);
        }
        assertThat(Folded.of("E\u0301TE\u0301")).isEqualTo("ete");
        assertThat(Folded.of("\uff2d\uff4f\uff54")).isEqualTo("mot");
        assertThat(Folded.of("mot\u00adde\u200bpasse")).isEqualTo("motdepasse");
        assertThat(Folded.of("STRASSE")).isEqualTo(Folded.of("stra\u00dfe"));
    }

    @Test
    void allAnswersAreTheSameForAllWhoAskAtOnce() throws Exception {
        var entries = entries();
        try (var threads = Executors.newFixedThreadPool(16)) {
            var tasks = new ArrayList<Callable<Boolean>>();
            for (var task = 0; task < 64; task++) {
                var first = task * 500;
                tasks.add(() -> entries.subList(first, first + 500).stream()
                        .allMatch(entry -> holds(entry) && !holds(entry + " tambour ficelle")));
            }
            for (var answer : threads.invokeAll(tasks)) {
                assertThat(answer.get()).isTrue();
            }
        }
    }

    @Test
    void theListIsWhole() throws IOException {
        assertThat(entries()).hasSizeGreaterThan(90_000).doesNotHaveDuplicates();
        assertThat(COMMON.size()).isGreaterThan(85_000); // accents and joints put aside, some are one
    }

    private String signs() {
        var signs = List.of("", "", "1", "!", "42", "7?", "*");
        return signs.get(random.nextInt(signs.size()));
    }

    private static boolean holds(String password) {
        return COMMON.holds(new RawPassword(password));
    }

    private static List<String> entries() throws IOException {
        var list = CommonPasswordsTests.class.getResourceAsStream("/password/common.txt.gz");
        assertThat(list).isNotNull();
        try (var lines = new BufferedReader(new InputStreamReader(new GZIPInputStream(list), StandardCharsets.UTF_8))) {
            return lines.lines().toList();
        }
    }
}
