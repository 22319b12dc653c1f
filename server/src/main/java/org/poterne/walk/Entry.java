package org.poterne.walk;

/**
 * A field of a page, and what goes into it.
 *
 * @param label as the page shows it, without its mark
 */
public record Entry(String label, Typed typed) {}
