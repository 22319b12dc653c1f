package org.poterne.argon2;

import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** Runs everywhere. It takes its memory anew for each hash and clears it itself. */
final class BouncyCastle implements Argon2 {

    @Override
    public byte[] hash(Argon2Input input, Argon2Cost cost, int length) {
        var generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(cost.memory())
                .withIterations(cost.passes())
                .withParallelism(cost.lanes())
                .withSalt(input.salt())
                .withSecret(input.secret())
                .withAdditional(input.associated())
                .build());
        var tag = new byte[length];
        generator.generateBytes(input.password(), tag);
        return tag;
    }

    @Override
    public void forget() {
        // nothing is kept
    }

    @Override
    public String name() {
        return "Bouncy Castle";
    }
}
