package org.poterne.profile;

/**
 * A line of a list.
 *
 * @param value what is sent and kept
 * @param label what people read
 */
public record FormOption(String value, String label) {}
