package org.poterne.totp;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.poterne.house.House;
import org.poterne.house.MovableClock;

/** An application on somebody's telephone, which has scanned a key; its clock is the house's. */
public final class PhoneApp {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private final House house;
    private final String key;
    private final AtomicLong shown = new AtomicLong();

    private PhoneApp(House house, String key) {
        this.house = house;
        this.key = key;
    }

    /** @param key as the page writes it, in groups */
    public static PhoneApp of(House house, String key) {
        return new PhoneApp(house, key.replaceAll("\\s", ""));
    }

    /** One that was not shown yet: time goes on until there is one. */
    public String code() {
        var step = Math.max(shown.get() + 1, Seed.stepAt(now()));
        var clock = house.bean(MovableClock.class);
        while (Seed.stepAt(now()) < step) {
            clock.forward(Seed.STEP);
        }
        shown.set(step);
        return codeOf(step);
    }

    /** The one that is shown so many steps from now. */
    String codeIn(int steps) {
        return codeOf(Seed.stepAt(now()) + steps);
    }

    /** Well formed, and right at no step near this one. */
    public String wrongCode() {
        for (var guess = 0; ; guess++) {
            var code = "%06d".formatted(guess);
            var isNear = false;
            for (var drift = -5; drift <= 40; drift++) {
                isNear |= codeIn(drift).equals(code);
            }
            if (!isNear) {
                return code;
            }
        }
    }

    String key() {
        return key;
    }

    private String codeOf(long step) {
        return Hotp.code(decoded(key), step, 6);
    }

    private Instant now() {
        return house.bean(MovableClock.class).instant();
    }

    static byte[] decoded(String base32) {
        var bytes = new byte[base32.length() * 5 / 8];
        var held = 0;
        var bits = 0;
        var at = 0;
        for (var letter = 0; letter < base32.length(); letter++) {
            held = ((held << 5) | ALPHABET.indexOf(base32.charAt(letter))) & 0xfff;
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes[at++] = (byte) (held >> bits);
            }
        }
        return bytes;
    }

    static void minutesPass(House house, int minutes) {
        house.bean(MovableClock.class).forward(Duration.ofMinutes(minutes));
    }
}
