package org.poterne.desk;

/**
 * A line of what was done for a request.
 *
 * @param reason empty where none was asked
 */
public record ShownDeed(String what, String who, ShownTime at, String reason) {}
