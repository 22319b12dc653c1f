package org.poterne.bench;

import de.mkammerer.argon2.Argon2Factory;
import de.mkammerer.argon2.Argon2Factory.Argon2Types;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** Those that are measured beside each other. */
final class Hashers {

    static final String BOUNCY_CASTLE = "Bouncy Castle";

    private Hashers() {}

    static SequencedMap<String, Hasher> all() {
        var all = new LinkedHashMap<String, Hasher>();
        all.put(BOUNCY_CASTLE, Hashers::bouncyCastle);
        var library = Argon2Factory.createAdvanced(Argon2Types.ARGON2id, 16, Hasher.LENGTH);
        all.put(
                "argon2-jvm (C library)",
                (password, salt) ->
                        library.rawHash(Hasher.PASSES, Hasher.MEMORY, Hasher.LANES, password.clone(), salt));
        return all;
    }

    /** The one that the server uses. */
    static Hasher ours() {
        return all().firstEntry().getValue();
    }

    static byte[] bouncyCastle(byte[] password, byte[] salt) {
        return bouncyCastle(password, salt, new byte[0]);
    }

    static byte[] bouncyCastle(byte[] password, byte[] salt, byte[] pepper) {
        var generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(Hasher.MEMORY)
                .withIterations(Hasher.PASSES)
                .withParallelism(Hasher.LANES)
                .withSalt(salt)
                .withSecret(pepper)
                .build());
        var hash = new byte[Hasher.LENGTH];
        generator.generateBytes(password, hash);
        return hash;
    }
}
