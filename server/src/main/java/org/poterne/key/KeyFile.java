package org.poterne.key;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;

/** A file of keys, one {@code id base64} a line, the first in use. Made with 256 random bits when it is not there. */
record KeyFile(Path path, List<NamedKey> keys) {

    private static final int BYTES = 32;

    static KeyFile readOrMake(Path path, String setting) {
        try {
            if (!Files.exists(path)) {
                make(path);
            }
            return new KeyFile(path, parse(Files.readAllLines(path), path, setting));
        } catch (IOException e) {
            throw new KeyFileRefused(path, setting, "cannot be read or made (" + e.getMessage() + ")");
        }
    }

    private static void make(Path path) throws IOException {
        var folder = path.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        var fresh = Files.createTempFile(folder, "key", ".new");
        // Only its owner may read it: whoever holds it can forge forms and, with the database, guess passwords.
        if (Files.getFileStore(fresh).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-------"));
        }
        var secret = new byte[BYTES];
        new SecureRandom().nextBytes(secret);
        Files.writeString(fresh, "k1 " + Base64.getEncoder().encodeToString(secret) + "\n");
        try {
            Files.createLink(path, fresh); // of two nodes starting at once, one makes it
        } catch (FileAlreadyExistsException _) {
            // the other's stands
        } catch (UnsupportedOperationException _) {
            Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE);
        }
        Files.deleteIfExists(fresh);
    }

    private static List<NamedKey> parse(List<String> lines, Path path, String setting) {
        var keys = new ArrayList<NamedKey>();
        var ids = new HashSet<String>();
        for (var line : lines) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            var words = line.strip().split("\\s+", -1);
            if (words.length != 2 || !words[0].matches("[a-z0-9]{1,8}") || !ids.add(words[0])) {
                throw new KeyFileRefused(path, setting, "has a line that is not `id base64`, ids differing");
            }
            keys.add(new NamedKey(words[0], secret(words[1], path, setting)));
        }
        if (keys.isEmpty()) {
            throw new KeyFileRefused(path, setting, "holds no key");
        }
        return List.copyOf(keys);
    }

    private static byte[] secret(String base64, Path path, String setting) {
        try {
            var secret = Base64.getDecoder().decode(base64);
            if (secret.length >= BYTES) {
                return secret;
            }
        } catch (IllegalArgumentException _) {
            // told below
        }
        throw new KeyFileRefused(path, setting, "holds a key that is not base64 of at least 32 bytes");
    }
}
