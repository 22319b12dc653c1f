package org.poterne.password;

import java.security.MessageDigest;
import java.security.SecureRandom;
import org.poterne.argon2.Argon2;
import org.poterne.argon2.Argon2Cost;
import org.poterne.argon2.Argon2Input;
import org.poterne.key.NamedKey;
import org.poterne.key.PepperKeys;
import org.springframework.stereotype.Component;

/**
 * Passwords by Argon2id, with the pepper as its secret value K (RFC 9106 §3.1). The only place that computes a password
 * hash; it takes 10 to 30 ms of one core and 19 MiB, so it is called from {@link HashingPool} alone.
 */
@Component
final class Argon2id {

    /** OWASP Password Storage: m=19 MiB, t=2, p=1 is the least. */
    static final Argon2Cost COST = new Argon2Cost(19_456, 2, 1);

    private static final int SALT_BYTES = 16; // ANSSI R28: at least 128 bits
    private static final int HASH_BYTES = 32;

    private final Argon2 argon2;
    private final PepperKeys peppers;
    private final SecureRandom random = new SecureRandom();

    Argon2id(Argon2 argon2, PepperKeys peppers) {
        this.argon2 = argon2;
        this.peppers = peppers;
    }

    PasswordHash hash(RawPassword password) {
        var salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        var pepper = peppers.current();
        return new PasswordHash(COST, pepper.id(), salt, compute(password, COST, pepper, salt, HASH_BYTES));
    }

    /** What nobody's password is compared with: as much work as any, and no password has this hash. */
    PasswordHash nobodys() {
        var salt = new byte[SALT_BYTES];
        var hash = new byte[HASH_BYTES];
        random.nextBytes(salt);
        random.nextBytes(hash);
        return new PasswordHash(COST, peppers.current().id(), salt, hash);
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

    private byte[] compute(RawPassword password, Argon2Cost cost, NamedKey pepper, byte[] salt, int length) {
        return argon2.hash(new Argon2Input(password.bytes(), salt, pepper.secret()), cost, length);
    }
}
