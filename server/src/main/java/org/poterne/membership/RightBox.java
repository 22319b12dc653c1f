package org.poterne.membership;

/**
 * A right as a form shows it: a box to tick.
 *
 * @param field of the form
 * @param open whether whoever sees it may change it; what they may not grant is shown as it stands
 */
public record RightBox(String field, String label, boolean ticked, boolean open) {}
