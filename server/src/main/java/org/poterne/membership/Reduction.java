package org.poterne.membership;

/** What came of taking rights away. */
public enum Reduction {
    DONE,
    /** Nobody of that account has access there, or not any more. */
    NOBODY,
    /** Nobody would be left to invite anybody. */
    LAST_ADMINISTRATOR
}
