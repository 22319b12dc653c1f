package org.poterne.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/** The pepper of a house that is measured: written before its first start, so that passwords can be made by the million. */
record Pepper(String base64) {

    private static final String ID = "k1";

    static Pepper write(Path data) {
        var secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        var base64 = Base64.getEncoder().encodeToString(secret);
        try {
            var file = Files.createDirectories(data.resolve("keys")).resolve("pepper.keys");
            Files.writeString(file, ID + " " + base64 + "\n");
            return new Pepper(base64);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As the server keeps it (docs/password.md): PHC string format, with the pepper's id. */
    String phc(String password) {
        var salt = new byte[16];
        new SecureRandom().nextBytes(salt);
        var hash = Hashers.bouncyCastle(
                password.getBytes(StandardCharsets.UTF_8),
                salt,
                Base64.getDecoder().decode(base64));
        var base = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=%d,t=%d,p=%d,keyid=%s$%s$%s"
                .formatted(
                        Hasher.MEMORY,
                        Hasher.PASSES,
                        Hasher.LANES,
                        base.encodeToString(ID.getBytes(StandardCharsets.US_ASCII)),
                        base.encodeToString(salt),
                        base.encodeToString(hash));
    }
}
