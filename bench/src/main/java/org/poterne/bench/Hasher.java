package org.poterne.bench;

/** Something that computes argon2id at the cost the server uses: m=19456, t=2, p=1. */
interface Hasher {

    int MEMORY = 19_456; // KiB
    int PASSES = 2;
    int LANES = 1;
    int LENGTH = 32;

    byte[] hash(byte[] password, byte[] salt);
}
