import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Makes the spoken digits of the challenge, once: {@code java tools/SpokenDigits.java server/src/main/resources/challenge}.
 * Needs espeak-ng on the path (1.51 made the files that are kept). docs/challenge.md says what the files are.
 */
class SpokenDigits {

    private static final int RATE = 8000;
    private static final int TAPS = 64; // input samples around each output sample
    private static final double CUT = 3600; // Hz, below half of the rate
    private static final double SILENCE = 0.012;
    private static final double LOUDNESS = 0.16; // root of the mean square, where the peaks leave room for it
    private static final int MARGIN = RATE / 80;

    /** The language of the pages, and who speaks it. */
    private static final List<String[]> VOICES = List.of(
            new String[] {"fr", "fr-fr"},
            new String[] {"en", "en-gb"},
            new String[] {"de", "de"},
            new String[] {"es", "es"},
            new String[] {"it", "it"},
            new String[] {"pt", "pt"},
            new String[] {"nl", "nl"},
            new String[] {"ar", "ar"});

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var folder = Files.createDirectories(Path.of(arguments[0]));
        for (var voice : VOICES) {
            var file = folder.resolve("digits_" + voice[0] + ".bin");
            try (var out = new DataOutputStream(Files.newOutputStream(file))) {
                for (var digit = 0; digit < 10; digit++) {
                    var sound = trimmed(resampled(spoken(voice[1], digit)));
                    out.writeShort(sound.length);
                    for (var sample : sound) {
                        out.writeByte(muLaw(sample));
                    }
                }
            }
            System.out.println(file + " " + Files.size(file));
        }
    }

    private static double[] spoken(String voice, int digit) throws IOException, InterruptedException {
        var file = Files.createTempFile("digit", ".wav");
        var speaker = new ProcessBuilder("espeak-ng", "-v", voice, "-s", "135", "-w", file.toString(), "" + digit)
                .inheritIO()
                .start();
        if (speaker.waitFor() != 0) {
            throw new IllegalStateException("espeak-ng failed for " + voice);
        }
        var wav = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        Files.delete(file);
        if (wav.getShort(22) != 1 || wav.getInt(24) != 22050 || wav.getShort(34) != 16) {
            throw new IllegalStateException("expected 22050 Hz, 16 bits, one channel");
        }
        var samples = new double[(wav.limit() - 44) / 2];
        for (var at = 0; at < samples.length; at++) {
            samples[at] = wav.getShort(44 + 2 * at) / 32768.0;
        }
        return samples;
    }

    /** By a windowed sinc: what 8 kHz cannot carry must not come back as noise. */
    private static double[] resampled(double[] samples) {
        var out = new double[(int) ((long) samples.length * RATE / 22050)];
        for (var at = 0; at < out.length; at++) {
            var middle = at * 22050.0 / RATE;
            for (var from = (int) middle - TAPS / 2; from <= (int) middle + TAPS / 2; from++) {
                if (from >= 0 && from < samples.length) {
                    var x = from - middle;
                    var sinc = x == 0 ? 1 : Math.sin(2 * Math.PI * CUT / 22050 * x) / (2 * Math.PI * CUT / 22050 * x);
                    var window = 0.5 + 0.5 * Math.cos(2 * Math.PI * x / (TAPS + 2));
                    out[at] += samples[from] * sinc * window * 2 * CUT / 22050;
                }
            }
        }
        return out;
    }

    /** Without the silence around it, and as loud as the others. */
    private static double[] trimmed(double[] samples) {
        var first = 0;
        while (Math.abs(samples[first]) < SILENCE) {
            first++;
        }
        var last = samples.length - 1;
        while (Math.abs(samples[last]) < SILENCE) {
            last--;
        }
        first = Math.max(0, first - MARGIN);
        last = Math.min(samples.length - 1, last + MARGIN);
        var peak = 0.0;
        var power = 0.0;
        for (var at = first; at <= last; at++) {
            peak = Math.max(peak, Math.abs(samples[at]));
            power += samples[at] * samples[at];
        }
        var gain = Math.min(LOUDNESS / Math.sqrt(power / (last - first + 1)), 0.98 / peak);
        var out = new double[last - first + 1];
        for (var at = 0; at < out.length; at++) {
            out[at] = samples[first + at] * gain;
        }
        return out;
    }

    /** ITU-T G.711: eight bits that sound like thirteen. */
    private static int muLaw(double sample) {
        var sign = sample < 0 ? 0x80 : 0;
        var magnitude = Math.min(32635, (int) Math.round(Math.abs(sample) * 32767)) + 132;
        var exponent = 7;
        while (exponent > 0 && (magnitude & (1 << (exponent + 7))) == 0) {
            exponent--;
        }
        return ~(sign | (exponent << 4) | ((magnitude >> (exponent + 3)) & 15)) & 0xff;
    }
}
