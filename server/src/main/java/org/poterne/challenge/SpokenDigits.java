package org.poterne.challenge;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Ten digits as one voice says them in one language: 8 kHz, made by {@code tools/SpokenDigits.java}. */
final class SpokenDigits {

    static final int RATE = 8000;

    private static final Map<String, List<float[]>> ALL = new ConcurrentHashMap<>();

    private SpokenDigits() {}

    /** @return their samples, from -1 to 1, by digit; not to be changed */
    static List<float[]> in(Locale language) {
        return ALL.computeIfAbsent(language.getLanguage(), SpokenDigits::read);
    }

    private static List<float[]> read(String language) {
        try (var file = SpokenDigits.class.getResourceAsStream("/challenge/digits_" + language + ".bin")) {
            if (file == null) {
                throw new IllegalStateException("nobody speaks the digits in '" + language + "'");
            }
            var data = new DataInputStream(file);
            var digits = new ArrayList<float[]>();
            for (var digit = 0; digit <= 9; digit++) {
                digits.add(decoded(data.readNBytes(data.readUnsignedShort())));
            }
            return List.copyOf(digits);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static float[] decoded(byte[] bytes) {
        var samples = new float[bytes.length];
        for (var at = 0; at < bytes.length; at++) {
            samples[at] = muLaw(bytes[at]);
        }
        return samples;
    }

    /** ITU-T G.711: sign, three bits of exponent, four of what follows, all turned over. */
    private static float muLaw(byte code) {
        var bits = ~code & 0xff;
        var magnitude = ((((bits & 15) << 3) + 132) << (bits >> 4 & 7)) - 132;
        return ((bits & 0x80) == 0 ? magnitude : -magnitude) / 32768f;
    }
}
