package org.poterne.factor;

/**
 * A factor's page at the door.
 *
 * @param view its template
 * @param home where who was going home is led in its place: {@code /}, or a page that has something to say first
 */
public record FactorQuestion(Factor factor, String view, String home) {}
