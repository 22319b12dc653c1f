package org.poterne.argon2;

/** Argon2id, version 0x13 (RFC 9106). By any number of threads at once. */
public interface Argon2 {

    /**
     * @param length of the tag in bytes, from 4 on
     * @return the tag
     */
    byte[] hash(Argon2Input input, Argon2Cost cost, int length);

    /**
     * What hashes left in memory goes. A hash overwrites what the one before it left; this is for when none follows.
     */
    void forget();

    /** For the log and the health page. */
    String name();
}
