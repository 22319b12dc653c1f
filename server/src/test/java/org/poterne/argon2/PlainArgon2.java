package org.poterne.argon2;

/** For the tests of others: the implementation that runs everywhere. */
public final class PlainArgon2 {

    private PlainArgon2() {}

    public static Argon2 get() {
        return new BouncyCastle();
    }
}
