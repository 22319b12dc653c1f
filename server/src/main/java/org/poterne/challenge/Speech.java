package org.poterne.challenge;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Six digits said one by one, for ears that know the language: each at its own speed and pitch, after a pause of its own,
 * over a babble of the same voice turned backwards. Made from the seed alone, as {@link Picture} is.
 */
final class Speech {

    /** Room enough to type each digit before the next; whoever needs longer plays it again. */
    private static final double SHORTEST_PAUSE = .6; // seconds

    private static final double LONGEST_PAUSE = .9;
    private static final int LAYERS = 3;
    private static final double BABBLE = .07; // of full loudness, for each layer
    private static final double HISS = .012;
    private static final int HEADER = 44;

    private final List<float[]> voice;
    private final SplittableRandom random;

    private Speech(Locale language, long seed) {
        voice = SpokenDigits.in(language);
        random = new SplittableRandom(seed);
    }

    /** As a WAV file of one channel, eight bits a sample: every player knows it. */
    static byte[] of(String digits, Locale language, long seed) {
        var speech = new Speech(language, seed);
        var said = digits.chars().mapToObj(digit -> speech.say(digit - '0')).toList();
        var pauses = said.stream().mapToInt(_ -> speech.pause()).toArray();
        var length = speech.pause();
        for (var at = 0; at < pauses.length; at++) {
            length += said.get(at).length + pauses[at];
        }
        var sound = speech.babble(length);
        var start = speech.pause() / 2;
        for (var at = 0; at < pauses.length; at++) {
            add(sound, said.get(at), start, 1);
            start += said.get(at).length + pauses[at];
        }
        return wav(sound);
    }

    private float[] say(int digit) {
        return resampled(voice.get(digit), between(.9, 1.14));
    }

    private int pause() {
        return (int) (between(SHORTEST_PAUSE, LONGEST_PAUSE) * SpokenDigits.RATE);
    }

    private float[] babble(int length) {
        var sound = new float[length];
        for (var layer = 0; layer < LAYERS; layer++) {
            for (var at = -random.nextInt(SpokenDigits.RATE / 4); at < length; ) {
                var piece = backwards(resampled(voice.get(random.nextInt(10)), between(.75, 1.35)));
                add(sound, piece, at, BABBLE);
                at += piece.length;
            }
        }
        for (var at = 0; at < length; at++) {
            sound[at] += (float) (HISS * random.nextGaussian());
        }
        return sound;
    }

    /** Faster is higher: what a tape does. */
    private static float[] resampled(float[] sound, double speed) {
        var out = new float[(int) ((sound.length - 1) / speed)];
        for (var at = 0; at < out.length; at++) {
            var place = at * speed;
            var before = (int) place;
            var part = (float) (place - before);
            out[at] = sound[before] * (1 - part) + sound[before + 1] * part;
        }
        return out;
    }

    private static float[] backwards(float[] sound) {
        var out = new float[sound.length];
        for (var at = 0; at < out.length; at++) {
            out[at] = sound[sound.length - 1 - at];
        }
        return out;
    }

    private static void add(float[] sound, float[] piece, int start, double loudness) {
        for (var at = Math.max(0, -start); at < piece.length && start + at < sound.length; at++) {
            sound[start + at] += (float) (piece[at] * loudness);
        }
    }

    private static byte[] wav(float[] sound) {
        var file = ByteBuffer.allocate(HEADER + sound.length).order(ByteOrder.LITTLE_ENDIAN);
        file.put(ascii("RIFF")).putInt(HEADER - 8 + sound.length).put(ascii("WAVE"));
        file.put(ascii("fmt ")).putInt(16).putShort((short) 1).putShort((short) 1); // linear, one channel
        file.putInt(SpokenDigits.RATE)
                .putInt(SpokenDigits.RATE)
                .putShort((short) 1)
                .putShort((short) 8);
        file.put(ascii("data")).putInt(sound.length);
        for (var sample : sound) {
            file.put((byte) Math.clamp(Math.round(128 + 120 * sample), 0, 255));
        }
        return file.array();
    }

    private static byte[] ascii(String name) {
        return name.getBytes(StandardCharsets.US_ASCII);
    }

    private double between(double least, double most) {
        return random.nextDouble(least, most);
    }
}
