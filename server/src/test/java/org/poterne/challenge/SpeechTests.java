package org.poterne.challenge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said can be played and heard. */
class SpeechTests {

    private static final int MOST = 120_000;
    private static final int ALL_FILES = 600_000;

    private final SecureRandom random = new SecureRandom();

    /** Those the pages are written in. */
    static Stream<Locale> languages() throws IOException {
        try (var files = Files.list(Path.of("src/main/resources/messages"))) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("challenge_"))
                    .map(name -> Locale.forLanguageTag(name.substring(10, 12)))
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void anyAnswerIsASoundThatOthersCanPlayInEveryLanguageOfThePages(Locale language)
            throws IOException, UnsupportedAudioFileException {
        for (var time = 0; time < 50; time++) {
            var solution = Solution.fresh(random);
            var wav = Speech.of(solution.digits(), language, solution.seed());
            assertThat(wav).hasSizeBetween(40_000, MOST);
            try (var sound = AudioSystem.getAudioInputStream(new ByteArrayInputStream(wav))) {
                assertThat(sound.getFormat().getSampleRate()).isEqualTo(8000);
                assertThat(sound.getFormat().getChannels()).isOne();
                assertThat(sound.getFrameLength()).isEqualTo(wav.length - 44);
            }
        }
    }

    /** Three times as loud: whoever listens hears the digits and not what is beneath. */
    @ParameterizedTest
    @MethodSource("languages")
    void theDigitsStandOutOfTheBabble(Locale language) {
        for (var time = 0; time < 20; time++) {
            var solution = Solution.fresh(random);
            var loudness = loudness(Speech.of(solution.digits(), language, solution.seed()));
            var beneath = loudness[loudness.length / 3];
            var said = loudness[loudness.length * 9 / 10];
            assertThat(said).as(solution.written()).isGreaterThan(3 * beneath);
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void theTenDigitsAreTenSoundsOfASensibleLength(Locale language) {
        var digits = SpokenDigits.in(language);
        assertThat(digits).hasSize(10).doesNotHaveDuplicates();
        assertThat(digits).allSatisfy(digit -> {
            assertThat(digit.length).isBetween(8_000 / 8, 8_000);
            assertThat(loudest(digit)).isBetween(.5f, 1f);
        });
    }

    @Test
    void oneSeedIsOneSoundAndAnotherIsAnother() {
        assertThat(Speech.of("204871", Locale.FRENCH, 1)).isEqualTo(Speech.of("204871", Locale.FRENCH, 1));
        assertThat(Speech.of("204871", Locale.FRENCH, 1)).isNotEqualTo(Speech.of("204871", Locale.FRENCH, 2));
        assertThat(Speech.of("204871", Locale.FRENCH, 1)).isNotEqualTo(Speech.of("204871", Locale.ENGLISH, 1));
    }

    @Test
    void allVoicesTogetherAreSmall() throws IOException {
        try (var files = Files.list(Path.of("src/main/resources/challenge"))) {
            assertThat(files.mapToLong(file -> file.toFile().length()).sum()).isLessThan(ALL_FILES);
        }
    }

    @Test
    void aLanguageWithoutAVoiceIsAFaultOfTheBuild() {
        assertThatThrownBy(() -> SpokenDigits.in(Locale.JAPANESE)).isInstanceOf(IllegalStateException.class);
    }

    private static float loudest(float[] sound) {
        var most = 0f;
        for (var sample : sound) {
            most = Math.max(most, Math.abs(sample));
        }
        return most;
    }

    /** Of each fiftieth of a second, the quietest first. */
    private static double[] loudness(byte[] wav) {
        var window = SpokenDigits.RATE / 50;
        return IntStream.range(0, (wav.length - 44) / window)
                .mapToDouble(number -> Math.sqrt(IntStream.range(0, window)
                        .mapToDouble(at -> Math.pow((wav[44 + number * window + at] & 0xff) - 128, 2))
                        .average()
                        .orElseThrow()))
                .sorted()
                .toArray();
    }
}
