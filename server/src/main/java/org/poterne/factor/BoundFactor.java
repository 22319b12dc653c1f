package org.poterne.factor;

import java.time.Instant;

/**
 * One of a kind of factor that an account holds, as a copy of the account tells it.
 *
 * @param name its holder's own word for it; empty where it has none
 */
public record BoundFactor(String name, Instant since) {}
