package org.poterne.argon2;

/** What is hashed: P, S, K and X of RFC 9106 §3.1. It cannot be printed; its bytes are the caller's, not copied. */
public final class Argon2Input {

    private static final byte[] NOTHING = {};

    private final byte[] password;
    private final byte[] salt;
    private final byte[] secret;
    private final byte[] associated;

    public Argon2Input(byte[] password, byte[] salt, byte[] secret) {
        this(password, salt, secret, NOTHING);
    }

    Argon2Input(byte[] password, byte[] salt, byte[] secret, byte[] associated) {
        this.password = password;
        this.salt = salt;
        this.secret = secret;
        this.associated = associated;
    }

    byte[] password() {
        return password;
    }

    byte[] salt() {
        return salt;
    }

    byte[] secret() {
        return secret;
    }

    byte[] associated() {
        return associated;
    }

    @Override
    public String toString() {
        return "Argon2Input[redacted]";
    }
}
