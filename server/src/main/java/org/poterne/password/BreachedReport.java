package org.poterne.password;

/**
 * What came of a list.
 *
 * @param leftOut those seen less often than was asked
 * @param bytes of the filter
 */
public record BreachedReport(BreachedKind kind, long entries, long leftOut, long bytes) {}
