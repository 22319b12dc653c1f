package org.poterne.challenge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** What is drawn can be seen, is small, and needs nothing of the machine. */
class PictureTests {

    private static final int TWELVE_KB = 12_000;

    private final SecureRandom random = new SecureRandom();

    @Test
    void anyAnswerIsAPictureThatOthersCanReadSmallAndMostlyPaper() throws IOException {
        for (var time = 0; time < 200; time++) {
            var solution = Solution.fresh(random);
            var png = Picture.of(solution.characters(), solution.seed());
            assertThat(png).hasSizeBetween(1_000, TWELVE_KB);
            var image = ImageIO.read(new ByteArrayInputStream(png));
            assertThat(image.getWidth()).isEqualTo(480);
            assertThat(image.getHeight()).isEqualTo(168);
            var dark = 0;
            for (var y = 0; y < image.getHeight(); y++) {
                for (var x = 0; x < image.getWidth(); x++) {
                    dark += (image.getRGB(x, y) & 0xff) < 0x80 ? 1 : 0;
                }
            }
            assertThat(dark).as("ink in %s", solution.written()).isBetween(5_000, 30_000);
        }
    }

    @Test
    void everyCharacterIsDrawnWhollyOnTheSheet() throws IOException {
        for (var time = 0; time < 200; time++) {
            var solution = Solution.fresh(random);
            var image = ImageIO.read(new ByteArrayInputStream(Picture.of(solution.characters(), solution.seed())));
            for (var x = 0; x < image.getWidth(); x++) {
                var thick = 0;
                for (var y = 0; y < 6; y++) {
                    thick += (image.getRGB(x, y) & 0xff) < 0x80 ? 1 : 0;
                    thick += (image.getRGB(x, image.getHeight() - 1 - y) & 0xff) < 0x80 ? 1 : 0;
                }
                assertThat(thick)
                        .as("a column at %d of %s", x, solution.written())
                        .isLessThan(12);
            }
        }
    }

    /** A reload helps nobody, at whichever node. */
    @Test
    void oneSeedIsOnePictureAndAnotherIsAnother() {
        var seen = new HashSet<Integer>();
        for (var seed = 0L; seed < 50; seed++) {
            var png = Picture.of("DYAKR6", seed);
            assertThat(Picture.of("DYAKR6", seed)).isEqualTo(png);
            seen.add(Arrays.hashCode(png));
        }
        assertThat(seen).hasSize(50);
    }

    /** Some ten milliseconds on the slowest machine; measured in time of the processor, others may be busy. */
    @Test
    void drawingCostsLittle() {
        for (var warm = 0; warm < 200; warm++) {
            Picture.of("DYAKR6", warm);
        }
        var threads = ManagementFactory.getThreadMXBean();
        var before = threads.getCurrentThreadCpuTime();
        for (var time = 0; time < 100; time++) {
            Picture.of("DYAKR6", time);
        }
        var each = (threads.getCurrentThreadCpuTime() - before) / 100;
        assertThat(each).isLessThan(TimeUnit.MILLISECONDS.toNanos(20));
    }

    /** In a Java of its own: no font, toolkit or native library is there, and none is missed. */
    @Test
    void aServerWithoutFontsOrGraphicsDrawsAllTheSame() throws IOException, InterruptedException {
        var virtualMachine =
                Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var run = new ProcessBuilder(
                        virtualMachine,
                        "--limit-modules",
                        "java.base",
                        "-Xlog:class+load:stdout",
                        "-cp",
                        Path.of("target/classes") + File.pathSeparator + Path.of("target/test-classes"),
                        DrawOne.class.getName())
                .redirectErrorStream(true)
                .start();
        var said = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(run.waitFor()).as(said).isZero();
        assertThat(said).contains("org.poterne.challenge.Picture", "drawn: 1");
        assertThat(loaded(said)).noneMatch(name -> name.startsWith("java.awt.") || name.startsWith("sun.font."));
    }

    private static Set<String> loaded(String log) {
        var names = new HashSet<String>();
        log.lines()
                .filter(line -> line.contains(" source: "))
                .forEach(line -> names.add(line.replaceAll("^\\[.*]\\s*", "").replaceAll(" source: .*", "")));
        return names;
    }

    /** Draws and speaks, in a Java that has java.base alone. */
    static final class DrawOne {

        public static void main(String[] arguments) {
            var png = Picture.of("DYAKR6", 1);
            var wav = Speech.of("204871", Locale.FRENCH, 1);
            System.out.println("drawn: " + (png.length > 0 && wav.length > 0 ? 1 : 0));
        }
    }
}
