package org.poterne.challenge;

/**
 * What a browser works on: a counter such that the SHA-256 of {@code text.counter} begins with {@code bits} zero bits. That
 * whole string is the answer.
 *
 * @param text signed by this installation, so that nothing is kept of a puzzle nobody answers
 */
public record Puzzle(String text, int bits) implements Challenge {}
