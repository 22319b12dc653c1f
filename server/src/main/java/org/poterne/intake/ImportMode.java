package org.poterne.intake;

/** What becomes of the good rows of a file that also holds bad ones. */
public enum ImportMode {
    GOOD_ONES_KEPT,
    ALL_OR_NOTHING
}
