package org.poterne.factor;

/** One kind of factor on its holder's page. */
public record ShownFactor(String name, String path, boolean isHeld) {}
