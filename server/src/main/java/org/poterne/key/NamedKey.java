package org.poterne.key;

/** A secret key and the id that tells which one was used. */
public final class NamedKey {

    private final String id;
    private final byte[] secret;

    NamedKey(String id, byte[] secret) {
        this.id = id;
        this.secret = secret.clone();
    }

    public String id() {
        return id;
    }

    public byte[] secret() {
        return secret.clone();
    }

    @Override
    public String toString() {
        return "NamedKey[" + id + ", redacted]";
    }
}
