package org.poterne.key;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/** Pepper files for the tests of other modules. */
public final class Peppers {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Peppers() {}

    public static PepperKeys in(Path file) {
        return new PepperKeys(new KeySettings(file.toAbsolutePath().resolveSibling("unused"), null, file));
    }

    /** A line of a pepper file, with a fresh secret. */
    public static String line(String id) {
        var secret = new byte[32];
        RANDOM.nextBytes(secret);
        return id + " " + Base64.getEncoder().encodeToString(secret) + "\n";
    }
}
