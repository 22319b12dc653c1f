package org.poterne.password;

import java.security.MessageDigest;
import java.security.SecureRandom;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.poterne.key.NamedKey;
import org.poterne.key.PepperKeys;
import org.springframework.stereotype.Component;

/**
 * Argon2id, version 0x13 (RFC 9106), with the pepper as its secret value K. The only place that computes a password hash;
 * it takes some 30 ms of one core and 19 MiB, so it is called from {@link HashingPool} alone.
 */
@Component
final class Argon2id {

    /** OWASP Password Storage: m=19 MiB, t=2, p=1 is the least. */
    static final PasswordHash.Cost COST = new PasswordHash.Cost(19_456, 2, 1);

    private static final int SALT_BYTES = 16; // ANSSI R28: at least 128 bits
    private static final int HASH_BYTES = 32;

    private final PepperKeys peppers;
    private final SecureRandom random = new SecureRandom();

    Argon2id(PepperKeys peppers) {
        this.peppers = peppers;
    }

    PasswordHash hash(RawPassword password) {
        var salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        var pepper = peppers.current();
        return new PasswordHash(COST, pepper.id(), salt, compute(password, COST, pepper, salt, HASH_BYTES));
    }

    /** @throws IllegalStateException when the pepper it was made with is gone: a failure, never "wrong password" */
    boolean matches(RawPassword password, PasswordHash hash) {
        var pepper = peppers.find(hash.pepper())
                .orElseThrow(() -> new IllegalStateException("no pepper '" + hash.pepper() + "' in the pepper file"));
        var computed = compute(password, hash.cost(), pepper, hash.salt(), hash.hash().length);
        return MessageDigest.isEqual(computed, hash.hash());
    }

    /** Whether the pepper it was made with is still there. */
    boolean isComparable(PasswordHash hash) {
        return peppers.find(hash.pepper()).isPresent();
    }

    /** Whether what is kept should be made again with today's cost and pepper. */
    boolean isDated(PasswordHash hash) {
        return !hash.cost().equals(COST)
                || !hash.pepper().equals(peppers.current().id());
    }

    private static byte[] compute(
            RawPassword password, PasswordHash.Cost cost, NamedKey pepper, byte[] salt, int length) {
        var generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(cost.memory())
                .withIterations(cost.passes())
                .withParallelism(cost.lanes())
                .withSalt(salt)
                .withSecret(pepper.secret())
                .build());
        var hash = new byte[length];
        generator.generateBytes(password.bytes(), hash);
        return hash;
    }
}
