package org.poterne.argon2;

/**
 * What a hash costs whoever computes it (RFC 9106 §3.1).
 *
 * @param memory in KiB, at least 8 for each lane
 * @param passes over that memory
 * @param lanes that could be computed at once
 */
public record Argon2Cost(int memory, int passes, int lanes) {

    public Argon2Cost {
        if (lanes < 1 || passes < 1 || memory < 8 * lanes) {
            throw new IllegalArgumentException("no cost of Argon2: m=%d, t=%d, p=%d".formatted(memory, passes, lanes));
        }
    }
}
