package org.poterne.lockout;

/** What came of a code typed within a second factor's budget of failures. */
public enum CodeComparison {
    RIGHT,
    WRONG,
    /** Too many were wrong: this one has locked it, or came after; right or wrong, it was not looked at. */
    LOCKED,
    /** So many at once that this one never had its turn: not looked at, not counted. */
    CROWDED
}
