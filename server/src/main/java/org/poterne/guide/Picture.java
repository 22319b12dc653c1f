package org.poterne.guide;

/**
 * What a step looks like.
 *
 * @param path below the tenant's
 * @param words for whoever does not see it; empty where the step says it all
 */
public record Picture(String path, int width, int height, String words) {}
