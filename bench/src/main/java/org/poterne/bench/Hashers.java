package org.poterne.bench;

import de.mkammerer.argon2.Argon2Factory;
import de.mkammerer.argon2.Argon2Factory.Argon2Types;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.poterne.argon2.Argon2;
import org.poterne.argon2.Argon2Cost;
import org.poterne.argon2.Argon2Input;
import org.poterne.argon2.QuickestArgon2;

/** Those that are measured beside each other. */
final class Hashers {

    private static final int SALT = 16; // bytes

    private Hashers() {}

    /** The server's own first, as it chooses on this machine. */
    static SequencedMap<String, Hasher> all() {
        var all = new LinkedHashMap<String, Hasher>();
        var library = Argon2Factory.createAdvanced(Argon2Types.ARGON2id, SALT, Hasher.LENGTH);
        all.put("Poterne (" + Ours.NAME + ")", ours());
        all.put("Bouncy Castle", Hashers::bouncyCastle);
        all.put(
                "argon2-jvm (C library)",
                (password, salt) ->
                        library.rawHash(Hasher.PASSES, Hasher.MEMORY, Hasher.LANES, password.clone(), salt));
        return all;
    }

    static Hasher ours() {
        return (password, salt) ->
                Ours.CHOSEN.hash(new Argon2Input(password, salt, new byte[0]), Ours.COST, Hasher.LENGTH);
    }

    /** Chosen once, when first asked for: the check takes a second or two. */
    private static final class Ours {
        static final Argon2Cost COST = new Argon2Cost(Hasher.MEMORY, Hasher.PASSES, Hasher.LANES);
        static final Argon2 CHOSEN = QuickestArgon2.here();
        static final String NAME = CHOSEN.name();
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
